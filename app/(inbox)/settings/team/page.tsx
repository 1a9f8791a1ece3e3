import { Hydrated } from "@/components/hydrated";
import { Team } from "@/components/team/team";
import { ClockProvider } from "@/components/time/clock";
import { teamKeys } from "@/lib/api/queries/team";
import { answerTeam } from "@/lib/http/answers/team";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.team.page);
}

/** People come and go by our own clock, which may be another than OpenTrain's. */
export default async function TeamPage() {
  const { ctx } = await requirePageSession();
  const team = await answerTeam(ctx);
  return (
    <Hydrated answers={[[teamKeys.all, team]]}>
      <ClockProvider asOf={team.asOf}>
        <Team />
      </ClockProvider>
    </Hydrated>
  );
}
