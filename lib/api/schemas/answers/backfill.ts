import { instant } from "@/lib/api/schemas/answers/approval";
import type { Backfill } from "@/lib/api/types";
import { messagesFor } from "@/lib/messages";

export type BackfillFacts = Pick<
  Backfill,
  "state" | "stage" | "eventsRead" | "found" | "read" | "hidden" | "unreadable" | "toGo"
> & { startedAt: Date; endedAt: Date | null; problem: string | null };

export function backfillJson({ startedAt, endedAt, problem, ...counts }: BackfillFacts): Backfill {
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
    waiting: problem && messagesFor("en").coverage.backfillWaits(problem),
    waitingCode: problem,
  };
}
