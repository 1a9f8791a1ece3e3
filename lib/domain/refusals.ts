// What a refusal of one of the four actions means for the people here. Blocked: the request was in order, and
// something a person can change keeps it from being made. Everything else is the agent's own to mend.

/** By OpenTrain's reason words (fact book 19.2), whatever the status they come with. */
const BLOCKING: ReadonlySet<string> = new Set([
  // 3, 18: the account was never claimed; 3.1, 3.2: nothing to pay with; 3.1: the candidate was marked Not a fit.
  "account_claim_required",
  "payment_method_required",
  "not_fit_confirmation_required",
]);

/** The thing asked about is past it, or not there yet: the agent asked for what cannot be. */
const MISTAKEN: ReadonlySet<string> = new Set([
  "already_accepted",
  "milestone_not_fundable",
  "milestone_not_funded",
  "milestone_not_releasable",
  "milestone_cancelled",
  "contract_ended",
  "contract_rate_missing",
]);

/** Statuses at which OpenTrain looked at who asks and what for, and said no. */
const REFUSING: ReadonlySet<number> = new Set([402, 403, 409]);

const REASON = /^[a-z][a-z0-9_.-]{0,79}$/;

/**
 * The word for why it is blocked, or null for a plain mistake. 19.3: a missing scope and a feature that is off
 * come without a reason and get words of ours. A reason nobody has documented yet is shown rather than missed.
 */
export function blockedReason(status: number, details: Record<string, unknown> | null): string | null {
  if (!REFUSING.has(status)) return null;
  const reason = details?.reason;
  if (typeof reason === "string") {
    if (MISTAKEN.has(reason)) return null;
    return BLOCKING.has(reason) || REASON.test(reason) ? reason : "other";
  }
  if (Array.isArray(details?.requiredScopes)) return "scope_missing";
  if (typeof details?.featureKey === "string") return "feature_off";
  // 19.3: somebody else's proposal is a bare 403.
  return status === 403 ? null : "other";
}

/** What the four actions are refused with that says nothing about what became of the request. */
export function isOpenAnswer(status: number): boolean {
  return status < 200 || (status >= 300 && status < 400) || status >= 500 || status === 408;
}
