import { Capture } from "@/components/settings/capture";
import { Connection } from "@/components/settings/connection";
import { Session } from "@/components/settings/session";
import { PageFrame } from "@/components/shell/page-frame";
import { requirePageSession } from "@/lib/http/page-session";
import { screens } from "@/lib/messages/en/screens";
import { getFirstCaptureKey } from "@/lib/services/capture-keys/get-first";
import { getConnection } from "@/lib/services/connections/get";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(screens.settings.connection.page);
}

export default async function ConnectionPage() {
  const { ctx, person } = await requirePageSession();
  const [connection, captureKey] = await Promise.all([getConnection({ ctx }), getFirstCaptureKey({ ctx })]);
  const isOwner = ctx.actor.kind === "person" && ctx.actor.role === "owner";
  return (
    <PageFrame>
      <div className="max-w-list">
        <Connection connection={connection} />
        <Capture state={isOwner ? captureKey.state : "not_yours"} />
        <Session email={person.email} />
      </div>
    </PageFrame>
  );
}
