import type { CaptureWay, Standing } from "./records";
import { settledAt } from "./standing";

/** One request as the figure looks at it. `seenAt`: first listed here; null for one that never was. */
export type CoverageFacts = {
  standing: Standing;
  way: CaptureWay | null;
  createdAt: Date | null;
  expiresAt: Date | null;
  resolvedAt: Date | null;
  /** When we learned of its end, for one that says no time of its own. */
  settledAt?: Date | null;
  seenAt: Date | null;
};

/** `since`: when capture was switched on. The period takes in requests by when they were settled or ran out. */
export type CoveragePeriod = { since: Date; from?: Date | null; to?: Date | null };

export type CoverageFigure = { settled: number; seenFirst: number; percent: number | null };

/** The outcomes OpenTrain reports of a request itself; a replaced one was never a person's to miss. */
export const REPORTED = ["confirmed", "declined", "lapsed"] as const satisfies readonly Standing[];

/** The earlier of OpenTrain's answer and the deadline: after it nobody could have acted any more. */
export function endedAt(facts: Omit<CoverageFacts, "standing" | "way">): Date | null {
  return settledAt(facts) ?? facts.settledAt ?? null;
}

/** Asked since capture was on, and OpenTrain has said how it ended. */
export function isCounted(facts: CoverageFacts, { since, from, to }: CoveragePeriod): boolean {
  const ended = endedAt(facts);
  if (!REPORTED.some((standing) => standing === facts.standing) || facts.way === "backfill") return false;
  if (facts.createdAt === null || ended === null || facts.createdAt < since) return false;
  return (!from || ended >= from) && (!to || ended < to);
}

/** No request stays open for longer: what ended later than this was asked since capture was on. */
const longestOpenMs = 72 * 3_600_000;

/** From when on an end counts whose request no token can see, so that nobody knows when it was asked. */
export function surelySince(since: Date): Date {
  return new Date(since.getTime() + longestOpenMs);
}

export function wasSeenFirst(facts: CoverageFacts): boolean {
  const ended = endedAt(facts);
  return facts.seenAt !== null && ended !== null && facts.seenAt < ended;
}

/**
 * Of the requests asked since capture was on whose end OpenTrain has reported, the share that was listed here
 * before it. The store counts the same in SQL; a world of a test's own can be counted with this alone.
 */
export function coverageOf(requests: Iterable<CoverageFacts>, period: CoveragePeriod): CoverageFigure {
  let settled = 0;
  let seenFirst = 0;
  for (const request of requests) {
    if (!isCounted(request, period)) continue;
    settled += 1;
    if (wasSeenFirst(request)) seenFirst += 1;
  }
  return figureOf(settled, seenFirst);
}

/** In tenths of a percent, downwards: one miss among thousands is not 100. Null while there is nothing to count. */
export function figureOf(settled: number, seenFirst: number): CoverageFigure {
  const percent = settled === 0 ? null : Math.floor((seenFirst * 1000) / settled) / 10;
  return { settled, seenFirst, percent };
}
