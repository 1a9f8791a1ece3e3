import type { Action } from "./actions";
import { TYPE_OF_ACTION } from "./actions";
import type { LineageFacts } from "./lineage";
import type { Terms } from "./records";
import { settledAt } from "./standing";
import { termsConflicts } from "./terms";

const DAY_MS = 24 * 60 * 60_000;

/** From then on nobody expects to hear what became of it. */
export const FADES_AFTER_MS = 7 * DAY_MS;

/** How far the making of a request may lie from the asking: the way there, and clocks with whole seconds. */
const BEFORE_MS = 5_000;
const AFTER_MS = 2 * 60_000;

export type AskedFacts = {
  action: Action;
  subjectId: string;
  terms: Terms | null;
  askedAt: Date;
};

/**
 * Whether this approval is what became of a request whose answer was never seen: one about the same thing that
 * was made about then, or that waited at the time, since OpenTrain answers a repeat with the one that waits.
 * Another agent's hire on other terms is neither.
 */
export function isAnsweredBy(
  ask: AskedFacts,
  approval: LineageFacts & { recordedTerms: Terms | null },
): boolean {
  if (approval.type !== TYPE_OF_ACTION[ask.action] || subjectIdOf(ask.action, approval) !== ask.subjectId) {
    return false;
  }
  if (approval.createdAt === null) return false;
  const sinceMs = approval.createdAt.getTime() - ask.askedAt.getTime();
  if (sinceMs > AFTER_MS) return false;
  if (ask.action === "hire" && approval.recordedTerms && isOther(ask.terms, approval.recordedTerms))
    return false;
  if (sinceMs >= -BEFORE_MS) return true;
  // An older one: the same only if it still waited, and for a hire only if it is known to be on the same terms.
  const end = settledAt(approval);
  const waited = approval.status === "pending" || (end !== null && end >= ask.askedAt);
  return waited && (ask.action !== "hire" || approval.recordedTerms !== null);
}

function isOther(asked: Terms | null, recorded: Terms): boolean {
  return (
    asked !== null &&
    (termsConflicts(recorded, asked).length > 0 || termsConflicts(asked, recorded).length > 0)
  );
}

/** Whether an approval given as the answer says of itself that it is about something else. */
export function isAnother(
  { action, subjectId }: Pick<AskedFacts, "action" | "subjectId">,
  approval: Parameters<typeof subjectIdOf>[1] & { type: string | null },
): boolean {
  const about = subjectIdOf(action, approval);
  const isOtherType = approval.type !== null && approval.type !== TYPE_OF_ACTION[action];
  return isOtherType || (about !== null && about !== subjectId);
}

export function subjectIdOf(
  action: Action,
  { proposalId, milestoneId, contractId }: Pick<LineageFacts, "proposalId" | "milestoneId" | "contractId">,
): string | null {
  if (action === "hire") return proposalId;
  return action === "end" ? contractId : milestoneId;
}
