import { milestonesOf } from "../actions/check-contract";
import { createMilestone } from "../actions/create-milestone";
import { askToEnd } from "../actions/end";
import { askToFund } from "../actions/fund";
import { askToHire } from "../actions/hire";
import { askToRelease } from "../actions/release";
import { confirmApproval } from "../approvals/confirm";
import type { Caller } from "../caller";
import { emitMilestone, emitProposal } from "../emit-event";
import { giveBack } from "../money/settle-escrow";
import type {
  Approval,
  Candidate,
  Contract,
  Job,
  Milestone,
  PaymentType,
  PaySource,
  Proposal,
  Shown,
} from "../state/shapes";
import type { Transaction } from "../state/transaction";

type MilestoneTerms = { name: string; description: string; amount: number; dueDate?: string };

/** Sets up a world through the same doors that calls go through, so a scenario cannot hold an impossible state. */
export class Stage {
  constructor(
    readonly tx: Transaction,
    readonly accountId: string,
    private readonly tokenId: string,
  ) {}

  /** Everything until the next call happens at this distance from the account's present. */
  at(offsetMs: number): void {
    this.tx.put("accounts", { ...this.tx.account(this.accountId), clockOffsetMs: offsetMs });
  }

  job(title: string, status: Job["status"] = "OPEN", paymentType: PaymentType = "FIXED_PRICE"): Job {
    const now = this.tx.now(this.accountId);
    return this.tx.put("jobs", {
      id: this.tx.newId(this.accountId, "job"),
      accountId: this.accountId,
      title,
      status,
      paymentType,
      createdAt: now,
      updatedAt: now,
    });
  }

  proposal(
    job: Job,
    who: Omit<Candidate, "userId">,
    bidUsd: number,
    status = "UNREVIEWED",
    more: Partial<Pick<Proposal, "bidUnit" | "interviewScore">> = {},
  ): Proposal {
    const now = this.tx.now(this.accountId);
    const proposal = this.tx.put("proposals", {
      id: this.tx.newId(this.accountId, "prop"),
      accountId: this.accountId,
      jobId: job.id,
      status: "UNREVIEWED",
      candidate: { userId: this.tx.newId(this.accountId, "usr"), ...who },
      bidUsd,
      matchScore: 0.9,
      interviewScore: 86,
      contractId: null,
      createdAt: now,
      updatedAt: now,
      ...more,
    });
    emitProposal(this.tx, proposal, "proposal.received");
    if (status === "UNREVIEWED") return proposal;
    const marked = this.tx.put("proposals", { ...proposal, status });
    emitProposal(this.tx, marked, "proposal.status_changed");
    return marked;
  }

  askHire(proposal: Proposal, milestone: MilestoneTerms): Approval {
    return askToHire(this.tx, this.caller(), proposal.id, { milestone }).approval;
  }

  askFund(milestone: Milestone): Approval {
    return askToFund(this.tx, this.caller(), milestone.id).approval;
  }

  askRelease(milestone: Milestone): Approval {
    return askToRelease(this.tx, this.caller(), milestone.id).approval;
  }

  /** Only with something in escrow; without, the contract would end at once. */
  askEnd(contract: Contract): Approval {
    const answer = askToEnd(this.tx, this.caller(), contract.id);
    if ("ended" in answer) throw new Error(`Contract ${contract.id} has nothing in escrow`);
    return answer.approval;
  }

  confirm(approval: Approval, payWith?: PaySource): Approval {
    return confirmApproval(this.tx, approval, { milestone: {}, payWith, settle: "release", origin: "" });
  }

  hire(proposal: Proposal, milestone: MilestoneTerms, payWith?: PaySource): Contract {
    return this.contractOf(this.confirm(this.askHire(proposal, milestone), payWith));
  }

  contractOf(confirmedHire: Approval): Contract {
    return this.tx.must("contracts", String(confirmedHire.result?.contractId));
  }

  milestone(contract: Contract, name: string, description: string, amountUsd: number): Milestone {
    const draft = { name, description, amountUsd, volume: undefined, dueDate: null };
    return createMilestone(this.tx, this.tx.must("contracts", contract.id), draft);
  }

  fund(milestone: Milestone, payWith?: PaySource): Milestone {
    this.confirm(this.askFund(milestone), payWith);
    return this.tx.must("milestones", milestone.id);
  }

  handIn(milestone: Milestone): void {
    this.tx.put("milestones", { ...this.tx.must("milestones", milestone.id), handedIn: true });
  }

  /** No call leads here: OpenTrain cancels and refunds single milestones by other ways. */
  cancel(milestone: Milestone): void {
    this.hide(milestone, "cancelled");
  }

  refund(milestone: Milestone): void {
    giveBack(this.tx, this.tx.must("milestones", milestone.id));
    this.hide(milestone, "refunded");
  }

  /** As if everything so far had been done by hand: no request and no event of one remains. */
  forgetRequests(): void {
    for (const approval of this.tx.of("approvals", this.accountId)) this.tx.remove("approvals", approval.id);
    for (const event of this.tx.of("events", this.accountId)) {
      if (event.type === "approval.confirmed") this.tx.remove("events", event.id);
    }
  }

  /** What reads shall answer instead of what is. */
  show(
    table: "jobs" | "proposals" | "contracts" | "milestones" | "approvals" | "events",
    id: string,
    shown: Shown,
  ) {
    this.tx.put(table, { ...this.tx.must(table, id), shown });
  }

  private hide(milestone: Milestone, state: "cancelled" | "refunded"): void {
    const hidden = this.tx.put("milestones", { ...this.tx.must("milestones", milestone.id), state });
    emitMilestone(this.tx, hidden, this.tx.must("contracts", milestone.contractId).jobId);
  }

  first(contract: Contract): Milestone {
    const [first] = milestonesOf(this.tx, contract);
    if (!first) throw new Error(`Contract ${contract.id} has no milestone`);
    return first;
  }

  private caller(): Caller {
    return {
      account: this.tx.account(this.accountId),
      token: this.tx.must("tokens", this.tokenId),
      origin: "",
    };
  }
}
