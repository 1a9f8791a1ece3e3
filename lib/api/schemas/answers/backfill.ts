import { instant } from "@/lib/api/schemas/answers/approval";
import type { Backfill } from "@/lib/api/types";
import type { Messages } from "@/lib/messages";

export type BackfillFacts = Pick<
  Backfill,
  "state" | "stage" | "eventsRead" | "found" | "read" | "hidden" | "unreadable" | "toGo"
> & { startedAt: Date; endedAt: Date | null; problem: string | null };

export function backfillJson(
  { startedAt, endedAt, problem, ...counts }: BackfillFacts,
  words: Messages,
): Backfill {
  const { state, stage, eventsRead, found, read, hidden, unreadable, toGo } = counts;
  return {
    state,
    stage,
    eventsRead,
    found,
    read,
    hidden,
    unreadable,
    toGo,
    startedAt: startedAt.toISOString(),
    endedAt: instant(endedAt),
    waiting: problem && words.coverage.backfillWaits(problem),
    waitingCode: problem,
  };
}
