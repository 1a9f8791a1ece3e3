import type { Standing } from "@/lib/domain/records";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

export type ReadPlanFacts = {
  standing: Standing;
  status: string | null;
  expiresAt: Date | null;
  hasProblem: boolean;
  /** Something that belongs to it could not be read yet. */
  isIncomplete: boolean;
  settledAt: Date | null;
};

/**
 * When to look again, by the connection's now: seldom while there is time, just before the deadline, at it,
 * and from then on until OpenTrain says what became of it. The feed tells the rest.
 */
export function nextReadAt(facts: ReadPlanFacts, at: Date): Date | null {
  const isEnded = facts.status !== null && facts.status !== "pending" && facts.standing !== "unreadable";
  if (isEnded) return facts.isIncomplete || facts.hasProblem ? lookAgainAfter(facts.settledAt, at) : null;
  const interval = facts.isIncomplete || facts.hasProblem ? 5 * minuteMs : hourMs;
  if (facts.expiresAt === null) return after(at, 5 * minuteMs);
  const leftMs = facts.expiresAt.getTime() - at.getTime();
  if (leftMs <= 0) return after(at, clamp(-leftMs / 4, 5 * secondMs, 10 * minuteMs));
  const wanted = Math.min(interval, pace(leftMs));
  const shortlyBefore = leftMs - minuteMs;
  if (shortlyBefore > 0) return after(at, Math.min(wanted, shortlyBefore));
  return after(at, Math.min(wanted, leftMs + secondMs));
}

/** What is missing of an ended one may never come: the longer ago it ended, the seldomer we ask. */
function lookAgainAfter(settledAt: Date | null, at: Date): Date {
  const sinceMs = settledAt === null ? 0 : at.getTime() - settledAt.getTime();
  return after(at, clamp(sinceMs / 4, minuteMs, 24 * hourMs));
}

function pace(leftMs: number): number {
  if (leftMs > 6 * hourMs) return hourMs;
  return leftMs > hourMs ? 15 * minuteMs : 5 * minuteMs;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + Math.round(ms));
}
