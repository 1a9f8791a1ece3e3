import type { WhyNotOpen } from "@/lib/domain/next-actions";
import type { Phase } from "@/lib/domain/records";

export type KeptAmount = {
  kind: "charge" | "release" | "at_stake" | "unknown";
  totalCents: number | null;
  maxTotalCents: number | null;
  atLeast: boolean;
  /** Only an agent said it, so it stays where it was said. */
  isWithheld: boolean;
};

/** What a device may know of one request without a network: OpenTrain's facts, and no word of an agent. */
export type KeptRow = {
  id: string;
  type: string | null;
  phase: Phase;
  who: string | null;
  what: string | null;
  place: string | null;
  amount: KeptAmount;
  createdAt: string | null;
  expiresAt: string | null;
  way: { url: string; why: null } | { url: null; why: WhyNotOpen };
};

/** The last list a person saw, as it stays on their device. */
export type KeptList = {
  /** Now by the connection's clock, and by the device's, at the same moment. */
  asOf: string;
  savedAt: number;
  locale: string;
  theme: string | null;
  timeZone: string;
  isSandbox: boolean;
  /** How far the list itself was to be trusted then. */
  openTrain: { isFollowed: boolean; lastReadAt: string | null };
  count: number;
  rows: KeptRow[];
};

export const mostRows = 200;
export const mostHours = 72;

const mostMs = mostHours * 3_600_000;
/** Clocks are set now and then; by more than this, and how old a list is can no longer be said. */
const clockToleranceMs = 60_000;

/** Whether a list of then may still be shown now, both by the device's clock. */
export function isFresh(savedAt: number, now: number): boolean {
  const age = now - savedAt;
  return age >= -clockToleranceMs && age < mostMs;
}
