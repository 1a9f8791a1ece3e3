import { Capture } from "@/components/settings/capture";
import { Connection } from "@/components/settings/connection";
import { requirePageSession } from "@/lib/http/page-session";
import { screens } from "@/lib/messages/en/screens";
import { getFirstCaptureKey } from "@/lib/services/capture-keys/get-first";
import { getConnection } from "@/lib/services/connections/get";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(screens.settings.connection.page);
}

export default async function ConnectionPage() {
  const { ctx } = await requirePageSession();
  const [connection, captureKey] = await Promise.all([getConnection({ ctx }), getFirstCaptureKey({ ctx })]);
  const isOwner = ctx.actor.kind === "person" && ctx.actor.role === "owner";
  return (
    <>
      <Connection connection={connection} />
      <Capture state={isOwner ? captureKey.state : "not_yours"} />
    </>
  );
}
