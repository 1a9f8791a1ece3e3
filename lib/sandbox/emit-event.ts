import type { Approval, Contract, EventRecord, Invoice, Milestone, Proposal } from "./state/shapes";
import type { Transaction } from "./state/transaction";
import type { budgetOut } from "./wire/budget";
import { milestoneStatus } from "./wire/milestone";

type Draft = Pick<EventRecord, "type" | "resourceId" | "jobId" | "data">;

/** Ids come from one counter for all accounts, kept in the same step, so none is ever given twice. */
function emitEvent(tx: Transaction, accountId: string, draft: Draft): void {
  const meta = tx.meta();
  const lastEventId = meta.lastEventId + 1;
  tx.put("meta", { ...meta, lastEventId });
  tx.put("events", { id: String(lastEventId), accountId, createdAt: tx.now(accountId), ...draft });
}

export function emitApprovalSettled(tx: Transaction, approval: Approval): void {
  emitEvent(tx, approval.accountId, {
    type: "approval.confirmed",
    resourceId: approval.id,
    jobId: approval.jobId,
    data: { approvalId: approval.id, status: approval.status },
  });
}

export function emitProposal(
  tx: Transaction,
  proposal: Proposal,
  type: "proposal.received" | "proposal.status_changed",
): void {
  const data =
    type === "proposal.received"
      ? { proposalId: proposal.id, jobId: proposal.jobId }
      : { proposalId: proposal.id, status: proposal.status };
  emitEvent(tx, proposal.accountId, { type, resourceId: proposal.id, jobId: proposal.jobId, data });
}

export function emitContractCreated(tx: Transaction, contract: Contract): void {
  const { id, jobId, proposalId } = contract;
  emitEvent(tx, contract.accountId, {
    type: "contract.created",
    resourceId: id,
    jobId,
    data: { contractId: id, jobId, proposalId },
  });
}

export function emitMilestone(tx: Transaction, milestone: Milestone, jobId: string): void {
  const status = milestoneStatus(milestone, tx.account(milestone.accountId).guesses);
  emitEvent(tx, milestone.accountId, {
    type: "milestone.status_changed",
    resourceId: milestone.id,
    jobId,
    data: { milestoneId: milestone.id, contractId: milestone.contractId, status },
  });
}

type Budget = ReturnType<typeof budgetOut>;

export function emitBudgetState(tx: Transaction, contract: Contract, previous: Budget, now: Budget): void {
  const { contractId, paymentType, state, fundedVolume, consumedVolume, remainingVolume, consumedFraction } =
    now;
  emitEvent(tx, contract.accountId, {
    type: "contract.budget_state_changed",
    resourceId: contract.id,
    jobId: contract.jobId,
    data: {
      contractId,
      previousState: previous.state,
      state,
      paymentType,
      fundedVolume,
      consumedVolume,
      remainingVolume,
      consumedFraction,
    },
  });
}

export function emitPaymentPending(tx: Transaction, invoice: Invoice): void {
  const { id, milestoneId, contractId, jobId } = invoice;
  emitEvent(tx, invoice.accountId, {
    type: "payment.pending",
    resourceId: id,
    jobId,
    data: { invoiceId: id, milestoneId, contractId },
  });
}
