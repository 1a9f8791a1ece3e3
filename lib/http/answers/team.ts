import { teamJson } from "@/lib/api/schemas/answers/team";
import type { Team } from "@/lib/api/types";
import type { Ctx } from "@/lib/services/context";
import { getTeam } from "@/lib/services/team/get";

export async function answerTeam(ctx: Ctx): Promise<Team> {
  return teamJson(await getTeam({ ctx }), ctx.now);
}
