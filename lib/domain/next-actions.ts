import { phaseOf } from "./phase";
import type { ApprovalRecord, Phase, Role } from "./records";
import { can } from "./rights";

export type WhyNotOpen = "settled" | "closed" | "link_missing" | "link_quarantined" | "only_owner";
export type OpenWarning = "past_due" | "superseded" | "unreadable";

export type NextActions = {
  open: { allowed: true; url: string; warning: OpenWarning | null } | { allowed: false; why: WhyNotOpen };
};

export type ActionFacts = Pick<ApprovalRecord, "approvalUrl" | "link" | "standing" | "expiresAt" | "status">;

const WARNINGS: Partial<Record<Phase, OpenWarning>> = {
  past_due: "past_due",
  superseded: "superseded",
  unreadable: "unreadable",
};

/** What can be done with a request, and if not, why. The only action is to open OpenTrain's own page. */
export function nextActions(record: ActionFacts, role: Role, now: Date): NextActions {
  const phase = phaseOf(record, now);
  if (phase === "confirmed" || phase === "declined" || phase === "lapsed") return no("settled");
  // A replaced one that OpenTrain has settled too has nothing behind its link.
  if (phase === "superseded" && record.status !== null && record.status !== "pending") return no("closed");
  if (!can(role, "open_to_confirm")) return no("only_owner");
  if (record.link.state === "quarantined") return no("link_quarantined");
  if (record.link.state === "missing" || record.approvalUrl === null) return no("link_missing");
  return { open: { allowed: true, url: record.approvalUrl, warning: WARNINGS[phase] ?? null } };
}

function no(why: WhyNotOpen): NextActions {
  return { open: { allowed: false, why } };
}
