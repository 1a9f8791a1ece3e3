import { ownSessionJson } from "@/lib/api/schemas/answers/team";
import type { OwnSessions } from "@/lib/api/types";
import type { Ctx } from "@/lib/services/context";
import { listOwnSessions } from "@/lib/services/people/list-sessions";

export async function answerSessions(ctx: Ctx): Promise<OwnSessions> {
  const { sessions } = await listOwnSessions({ ctx });
  return { asOf: ctx.now.toISOString(), sessions: sessions.map(ownSessionJson) };
}
