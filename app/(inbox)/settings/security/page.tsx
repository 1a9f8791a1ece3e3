import { Hydrated } from "@/components/hydrated";
import { Security } from "@/components/security/security";
import { ClockProvider } from "@/components/time/clock";
import { sessionKeys } from "@/lib/api/queries/sessions";
import { answerSessions } from "@/lib/http/answers/sessions";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.security.page);
}

/** People sign in by our own clock, which may be another than OpenTrain's. */
export default async function SecurityPage() {
  const { ctx, person } = await requirePageSession();
  const sessions = await answerSessions(ctx);
  return (
    <Hydrated answers={[[sessionKeys.all, sessions]]}>
      <ClockProvider asOf={sessions.asOf}>
        <Security email={person.email} />
      </ClockProvider>
    </Hydrated>
  );
}
