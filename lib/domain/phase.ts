import type { Phase, Standing } from "./records";

const HOUR_MS = 3_600_000;
export const LAST_HOUR_MS = HOUR_MS;
export const CLOSING_SOON_MS = 6 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** What the list means by open; unreadable ones wait too, since nobody knows that they do not. */
export const OPEN_PHASES = [
  "waiting",
  "closing_soon",
  "last_hour",
  "past_due",
  "unreadable",
] as const satisfies readonly Phase[];
export const SETTLED_PHASES = [
  "confirmed",
  "declined",
  "lapsed",
  "superseded",
] as const satisfies readonly Phase[];

export function isOpenPhase(phase: Phase): boolean {
  return OPEN_PHASES.some((open) => open === phase);
}

/** What an approval is now, by the connection's now. */
export function phaseOf(record: { standing: Standing; expiresAt: Date | null }, now: Date): Phase {
  if (record.standing !== "open") return record.standing;
  if (record.expiresAt === null) return "unreadable";
  const leftMs = record.expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return "past_due";
  if (leftMs < LAST_HOUR_MS) return "last_hour";
  return leftMs < CLOSING_SOON_MS ? "closing_soon" : "waiting";
}

/** The same for a phase that was worked out a while ago: only the clock can have moved it. */
export function phaseAt(phase: Phase, expiresAt: Date | null, now: Date): Phase {
  const isOpen = isOpenPhase(phase) && phase !== "unreadable";
  return isOpen ? phaseOf({ standing: "open", expiresAt }, now) : phase;
}

/** `no_deadline`: none was ever read. */
export const TIME_GROUPS = [
  "past_due",
  "last_hour",
  "under_6_hours",
  "under_24_hours",
  "later",
  "no_deadline",
] as const;
export type TimeGroup = (typeof TIME_GROUPS)[number];

export function timeGroupOf(record: { expiresAt: Date | null }, now: Date): TimeGroup {
  if (record.expiresAt === null) return "no_deadline";
  const leftMs = record.expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return "past_due";
  if (leftMs < LAST_HOUR_MS) return "last_hour";
  if (leftMs < CLOSING_SOON_MS) return "under_6_hours";
  return leftMs < DAY_MS ? "under_24_hours" : "later";
}

/** The share of its own life that is left, 0 to 1; null when its life is not known. */
export function lifeLeft(createdAt: Date | null, expiresAt: Date | null, now: Date): number | null {
  if (createdAt === null || expiresAt === null) return null;
  const life = expiresAt.getTime() - createdAt.getTime();
  const left = expiresAt.getTime() - now.getTime();
  if (life <= 0) return left > 0 ? 1 : 0;
  return Math.min(1, Math.max(0, left / life));
}
