import { Connection } from "@/components/settings/connection";
import { noticeJson } from "@/lib/api/schemas/answers/connection-notice";
import { getEnv } from "@/lib/env";
import { requirePageSession } from "@/lib/http/page-session";
import { screens } from "@/lib/messages/en/screens";
import { getConnection } from "@/lib/services/connections/get";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(screens.settings.connection.page);
}

export default async function ConnectionPage() {
  const { ctx } = await requirePageSession();
  const connection = await getConnection({ ctx });
  const isOwner = ctx.actor.kind === "person" && ctx.actor.role === "owner";
  return (
    <Connection
      connection={connection}
      notices={connection?.notices.map(noticeJson) ?? []}
      realOrigin={getEnv().OPENTRAIN_API_BASE_URL}
      isOwner={isOwner}
    />
  );
}
