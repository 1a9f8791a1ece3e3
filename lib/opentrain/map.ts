import type { z } from "zod";
import { centsFromDollars, decimalText } from "@/lib/domain/cents";
import type { ContractRecord, MilestonePhase, MilestoneRecord, UpstreamApproval } from "@/lib/domain/records";
import { APPROVAL_EVENT, HANDED_IN_FLAGS, MILESTONE_PHASES, spelling } from "./guesses";
import type {
  jobsAnswer,
  proposalsAnswer,
  updatesAnswer,
  WireApproval,
  WireBudget,
  WireContract,
  WireEvent,
  WireMilestone,
  WireProposal,
} from "./schemas";

// The one place where OpenTrain's words and dollars become ours. When something was read is the caller's
// to say.

export type UpstreamMilestone = Omit<MilestoneRecord, "readAt" | "goneAt"> & { description: string | null };
export type UpstreamContract = Omit<
  ContractRecord,
  "workspaceId" | "jobTitle" | "approvals" | "waiting" | "readAt" | "milestones"
> & {
  /** Null when the answer did not list them. */
  milestones: UpstreamMilestone[] | null;
  /** Milestones that had no usable id. */
  milestonesSetAside: number;
  /** On the read of one contract only. */
  budget: UpstreamBudget | null;
};
/** Volumes and fractions are no amounts: decimal text, as they came. */
export type UpstreamBudget = {
  state: string | null;
  paymentType: string | null;
  fundedVolume: string | null;
  fundedAmountCents: number | null;
  fundedAmountUnreadable: string | null;
  consumedVolume: string | null;
  remainingVolume: string | null;
  consumedFraction: string | null;
  activeMilestoneId: string | null;
  lastUsageAt: Date | null;
};
export type UpstreamProposal = {
  id: string;
  jobId: string | null;
  jobTitle: string | null;
  status: string | null;
  candidateId: string | null;
  candidateName: string | null;
  /** A price for a unit of work, which is no amount of money that moves. */
  bid: { rate: string | null; unit: string | null } | null;
  createdAt: Date | null;
};
export type UpstreamJob = { id: string; title: string; status: string | null };
export type UpstreamEvent = {
  id: string;
  type: string;
  createdAt: Date | null;
  approvalId: string | null;
  contractId: string | null;
  milestoneId: string | null;
  proposalId: string | null;
  jobId: string | null;
  status: string | null;
};
export type Updates = {
  events: UpstreamEvent[];
  nextCursor: string | null;
  hasMore: boolean;
  setAside: number;
};

export function mapApproval(wire: WireApproval): UpstreamApproval {
  return wire;
}

export function mapContract(wire: WireContract): UpstreamContract {
  const { id, title, status, jobId, proposalId, paymentType, rateUsd, createdAt, endDate } = wire;
  const freelancer = wire.freelancer && {
    userId: wire.freelancer.userId,
    displayName: wire.freelancer.displayName ?? "",
    country: wire.freelancer.country,
  };
  return {
    id,
    title,
    status: status ?? "",
    freelancer,
    jobId,
    proposalId,
    paymentType,
    rate: decimalText(rateUsd),
    createdAt,
    endedAt: endDate,
    milestones: wire.milestones?.items.map((milestone) => mapMilestone(id, milestone)) ?? null,
    milestonesSetAside: wire.milestones?.setAside ?? 0,
    budget: wire.budget && mapBudget(wire.budget),
  };
}

function mapBudget(wire: WireBudget): UpstreamBudget {
  const funded = centsFromDollars(wire.fundedAmountUsd);
  return {
    state: wire.state,
    paymentType: wire.paymentType,
    fundedVolume: decimalText(wire.fundedVolume),
    fundedAmountCents: funded.cents,
    fundedAmountUnreadable: funded.unreadable,
    consumedVolume: decimalText(wire.consumedVolume),
    remainingVolume: decimalText(wire.remainingVolume),
    consumedFraction: decimalText(wire.consumedFraction),
    activeMilestoneId: wire.activeMilestone?.id ?? null,
    lastUsageAt: wire.lastUsageAt,
  };
}

function mapMilestone(contractId: string, wire: WireMilestone): UpstreamMilestone {
  const amount = centsFromDollars(wire.amountUsd);
  const number = wire.milestoneNumber;
  return {
    id: wire.id,
    contractId,
    number: number !== null && Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : null,
    name: wire.name,
    description: wire.description,
    status: wire.status ?? "",
    phase: milestonePhase(wire),
    amountCents: amount.cents,
    amountUnreadable: amount.unreadable,
    dueDate: wire.dueDate,
  };
}

function milestonePhase(wire: WireMilestone): MilestonePhase {
  const word = spelling(wire.status ?? "");
  const phase = MILESTONE_PHASES[word] ?? "other";
  return phase === "funded" && HANDED_IN_FLAGS.some((flag) => wire[flag] === true) ? "submitted" : phase;
}

export function mapProposal(proposal: WireProposal): UpstreamProposal {
  return {
    id: proposal.id,
    jobId: proposal.jobId,
    jobTitle: proposal.jobTitle,
    status: proposal.status?.raw ?? null,
    candidateId: proposal.candidate?.id ?? null,
    candidateName: proposal.candidate?.displayName ?? null,
    bid: proposal.bid && { rate: decimalText(proposal.bid.amountUsd), unit: proposal.bid.unit },
    createdAt: proposal.createdAt,
  };
}

export function mapProposals({ proposals, nextCursor }: z.infer<typeof proposalsAnswer>): {
  proposals: UpstreamProposal[];
  nextCursor: string | null;
  setAside: number;
} {
  return { proposals: proposals.items.map(mapProposal), nextCursor, setAside: proposals.setAside };
}

export function mapJobs({ jobs, nextCursor }: z.infer<typeof jobsAnswer>): {
  jobs: UpstreamJob[];
  nextCursor: string | null;
  setAside: number;
} {
  return { jobs: jobs.items, nextCursor, setAside: jobs.setAside };
}

export function mapUpdates(wire: z.infer<typeof updatesAnswer>): Updates {
  return {
    events: wire.events.items.map(mapEvent),
    nextCursor: wire.nextCursor,
    hasMore: wire.hasMore ?? false,
    setAside: wire.events.setAside,
  };
}

function mapEvent({ id, type, createdAt, resourceId, jobId, data }: WireEvent): UpstreamEvent {
  return {
    id,
    type,
    createdAt,
    approvalId: data?.approvalId ?? (type === APPROVAL_EVENT ? resourceId : null),
    contractId: data?.contractId ?? null,
    milestoneId: data?.milestoneId ?? null,
    proposalId: data?.proposalId ?? null,
    jobId: data?.jobId ?? jobId,
    status: data?.status ?? null,
  };
}
