import type { Phase } from "@/lib/domain/records";

/** How loud time may be. Only the last hours have a colour. */
export type Urgency = "none" | "soon" | "last";

const URGENCY: Record<Phase, Urgency> = {
  waiting: "none",
  closing_soon: "soon",
  last_hour: "last",
  past_due: "last",
  confirmed: "none",
  declined: "none",
  lapsed: "none",
  superseded: "none",
  unreadable: "none",
};

export function urgencyOf(phase: Phase): Urgency {
  return URGENCY[phase];
}

export const urgencyText: Record<Urgency, string> = {
  none: "",
  soon: "font-semibold text-soon",
  last: "font-semibold text-last",
};
