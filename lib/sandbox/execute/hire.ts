import { mustBeHirable } from "../actions/check-proposal";
import type { Choices } from "../approvals/choices";
import { settleApproval } from "../approvals/settle";
import { emitContractCreated, emitMilestone, emitPaymentPending, emitProposal } from "../emit-event";
import { CONFIRMED_HIRE_HAS_CONTRACT_ID, HIRE_VOLUME_DECIMALS } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import { hireCharge } from "../money/fees";
import { pay } from "../money/pay";
import { writeInvoice } from "../money/write-invoice";
import { Refusal } from "../refusal";
import type { Approval, Contract, HireTerms, Job, Milestone, Proposal } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { bidUnit } from "../wire/proposal";
import { chooseSource } from "./choose-source";

/** Accepts the proposal, makes the contract, and creates and funds its first milestone. */
export function executeHire(tx: Transaction, approval: Approval, choices: Choices): void {
  const proposal = tx.must("proposals", approval.proposalId ?? "");
  mustBeHirable(proposal);
  const terms = mergeTerms(approval.terms, choices.milestone);
  const charge = hireCharge(terms.amountCents);
  const account = tx.account(proposal.accountId);
  const payWith = chooseSource(account, charge, choices);

  const now = tx.now(account.id);
  const contract = tx.put("contracts", newContract(tx, approval, terms, now));
  const milestoneId = tx.newId(account.id, "ms");
  const refs = { proposalId: proposal.id, contractId: contract.id, milestoneId };
  const payment = pay(tx, account.id, charge, payWith, refs);
  const draft: Milestone = {
    id: milestoneId,
    accountId: account.id,
    contractId: contract.id,
    number: 1,
    ...terms,
    state: "funded",
    volume: volumeFor(contract, terms.amountCents),
    handedIn: false,
    fundedBy: payWith,
    holdEntryId: payment.holdEntryId,
    invoiceId: null,
    createdAt: now,
  };
  const byCard = payWith === "card";
  const invoice = writeInvoice(tx, draft, { kind: "FUNDING", jobId: contract.jobId, byCard });
  const milestone = tx.put("milestones", { ...draft, invoiceId: invoice.id });
  const hired = tx.put("proposals", {
    ...proposal,
    status: "HIRED",
    contractId: contract.id,
    updatedAt: now,
  });

  settleApproval(tx, approval.id, "confirmed", {
    contractId: CONFIRMED_HIRE_HAS_CONTRACT_ID ? contract.id : null,
    result: {
      hired: true,
      contractId: contract.id,
      jobId: contract.jobId,
      freelancerUserId: proposal.candidate.userId,
    },
  });
  emitProposal(tx, hired, "proposal.status_changed");
  emitContractCreated(tx, contract);
  emitMilestone(tx, milestone, contract.jobId);
  if (byCard) emitPaymentPending(tx, invoice);
}

function mergeTerms(asked: HireTerms | null, edited: Partial<HireTerms>): HireTerms {
  if (!asked) throw new Error("A hire approval has terms");
  const terms = { ...asked, ...edited };
  if (terms.name === null && terms.description === null) {
    throw new Refusal("BAD_REQUEST", "Give the milestone a name or a description.", { field: "milestone" });
  }
  return terms;
}

/** A bid for something else than the job pays for names no rate. */
function rateFor(job: Job, proposal: Proposal, terms: HireTerms): number | null {
  if (job.paymentType === "FIXED_PRICE") return dollarsFromCents(terms.amountCents);
  return bidUnit(proposal, job) === job.paymentType ? proposal.bidUsd : null;
}

function volumeFor({ paymentType, rateUsd }: Contract, amountCents: number): number | null {
  if (paymentType === "FIXED_PRICE" || rateUsd === null) return null;
  return Number((dollarsFromCents(amountCents) / rateUsd).toFixed(HIRE_VOLUME_DECIMALS));
}

function newContract(tx: Transaction, approval: Approval, terms: HireTerms, now: number): Contract {
  const proposal = tx.must("proposals", approval.proposalId ?? "");
  const job = tx.must("jobs", proposal.jobId);
  return {
    id: tx.newId(proposal.accountId, "ctr"),
    accountId: proposal.accountId,
    jobId: job.id,
    proposalId: proposal.id,
    title: `${job.title} Contract`,
    status: "active",
    paymentType: job.paymentType,
    rateUsd: rateFor(job, proposal, terms),
    candidate: proposal.candidate,
    conversationId: tx.newId(proposal.accountId, "conv"),
    startDate: now,
    endDate: null,
    createdAt: now,
    updatedAt: now,
  };
}
