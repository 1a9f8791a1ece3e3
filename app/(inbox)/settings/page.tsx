import { SettingsHome } from "@/components/settings/settings-home";
import { ClockProvider } from "@/components/time/clock";
import { answerCapture } from "@/lib/http/answers/capture";
import { answerSessions } from "@/lib/http/answers/sessions";
import { answerTeam } from "@/lib/http/answers/team";
import { requirePageSession } from "@/lib/http/page-session";
import { getConnection } from "@/lib/services/connections/get";
import { titled } from "../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.page);
}

/** Agents call and people sign in by our own clock, which may be another than OpenTrain's. */
export default async function SettingsPage() {
  const { ctx, person } = await requirePageSession();
  const [connection, { callers }, { members }, { sessions }] = await Promise.all([
    getConnection({ ctx }),
    answerCapture(ctx),
    answerTeam(ctx),
    answerSessions(ctx),
  ]);
  const calledAt = callers.map(({ last }) => last.at).toSorted();
  const state = {
    tokens: connection?.tokens.length ?? 0,
    callers: { count: callers.length, lastAt: calledAt.at(-1) ?? null },
    people: members.length,
    theme: person.theme,
    places: sessions.length,
  };
  return (
    <ClockProvider asOf={ctx.now.toISOString()}>
      <SettingsHome state={state} />
    </ClockProvider>
  );
}
