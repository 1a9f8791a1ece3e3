import { Connection } from "@/components/settings/connection";
import { noticeJson } from "@/lib/api/schemas/answers/connection-notice";
import { getEnv } from "@/lib/env";
import { requirePageSession } from "@/lib/http/page-session";
import { pageWords } from "@/lib/http/page-words";
import { getConnection } from "@/lib/services/connections/get";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.connection.page);
}

export default async function ConnectionPage() {
  const { ctx } = await requirePageSession();
  const [connection, messages] = await Promise.all([getConnection({ ctx }), pageWords()]);
  const isOwner = ctx.actor.kind === "person" && ctx.actor.role === "owner";
  return (
    <Connection
      connection={connection}
      notices={connection?.notices.map(noticeJson) ?? []}
      realOrigin={getEnv().OPENTRAIN_API_BASE_URL}
      isOwner={isOwner}
      messages={messages}
    />
  );
}
