import type { Caller } from "../caller";
import { APPROVAL_LIFE_MS } from "../guesses";
import type { Approval, HireTerms } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { expireIfDue } from "./expire-due";
import { settleApproval } from "./settle";

type Wanted = Pick<Approval, "type" | "jobId" | "contractId" | "milestoneId" | "proposalId" | "terms">;

export type Requested = { approval: Approval; repeated: boolean };

/** The same request while one is pending is that one; other hire terms take its place. */
export function requestApproval(tx: Transaction, caller: Caller, wanted: Wanted): Requested {
  const live = findLive(tx, wanted);
  if (live && sameTerms(live.terms, wanted.terms)) return { approval: live, repeated: true };
  const now = tx.now(caller.account.id);
  const approval = tx.put("approvals", {
    id: tx.newId(caller.account.id, "appr"),
    accountId: caller.account.id,
    ...wanted,
    status: "pending",
    requestedBy: caller.token.id,
    supersededBy: null,
    createdAt: now,
    expiresAt: now + APPROVAL_LIFE_MS,
    resolvedAt: null,
    result: null,
  });
  if (live) {
    const { supersededAs, supersededEvent } = tx.account(caller.account.id).guesses;
    settleApproval(tx, live.id, supersededAs, { supersededBy: approval.id, silent: !supersededEvent });
  }
  return { approval, repeated: false };
}

function findLive(tx: Transaction, wanted: Wanted): Approval | undefined {
  const { type, proposalId, contractId, milestoneId } = wanted;
  const near =
    type === "proposal_hire"
      ? tx.where("approvals", "proposalId", proposalId)
      : tx.where("approvals", "contractId", contractId);
  const pending = near.find(
    (row) =>
      row.status === "pending" &&
      row.type === type &&
      (type === "proposal_hire" || row.milestoneId === milestoneId),
  );
  if (!pending) return undefined;
  const current = expireIfDue(tx, pending);
  return current.status === "pending" ? current : undefined;
}

function sameTerms(a: HireTerms | null, b: HireTerms | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.name === b.name &&
    a.description === b.description &&
    a.amountCents === b.amountCents &&
    a.dueDate === b.dueDate
  );
}
