import type { Approval } from "@/lib/api/types";

type Told = Pick<Approval, "createdAt" | "seenAt" | "settledAt" | "openedBy">;

/**
 * How a request went, as far as it is known, in milliseconds. `listedMs`: for how much of its time it was listed
 * here, 0 when it was only found afterwards; null where that is all of it or not known.
 */
export type Course = { tookMs: number | null; listedMs: number | null; openedMs: number | null };

/** An agent's answer is handed over in less than this; what takes longer is worth a word. */
const HANDED_OVER_MS = 60_000;

export function courseOf({ createdAt, seenAt, settledAt, openedBy }: Told): Course {
  if (settledAt === null) return { tookMs: null, listedMs: null, openedMs: null };
  const end = Date.parse(settledAt);
  const sinceMs = (at: string | null) => (at === null ? null : Math.max(0, end - Date.parse(at)));
  const tookMs = sinceMs(createdAt);
  const listedMs = sinceMs(seenAt);
  const isListedLate = tookMs !== null && listedMs !== null && tookMs - listedMs >= HANDED_OVER_MS;
  return {
    tookMs,
    listedMs: isListedLate ? listedMs : null,
    openedMs: openedBy === null ? null : sinceMs(openedBy.at),
  };
}
