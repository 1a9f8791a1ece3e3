import type { z } from "zod";
import { centsFromCents, centsFromDollars, decimalText } from "@/lib/domain/cents";
import type {
  ContractRecord,
  CreditsRecord,
  MilestonePhase,
  MilestoneRecord,
  UpstreamApproval,
} from "@/lib/domain/records";
import { APPROVAL_EVENT, CURRENCY, HANDED_IN_FLAGS, MILESTONE_PHASES, spelling } from "./guesses";
import type {
  creditsAnswer,
  jobsAnswer,
  meAnswer,
  proposalAnswer,
  updatesAnswer,
  WireApproval,
  WireContract,
  WireEvent,
  WireMilestone,
} from "./schemas";

// The one place where OpenTrain's words and dollars become ours. When something was read is the caller's
// to say.

export type UpstreamMilestone = Omit<MilestoneRecord, "readAt" | "goneAt"> & { description: string | null };
export type UpstreamContract = Omit<
  ContractRecord,
  "workspaceId" | "jobTitle" | "approvals" | "readAt" | "milestones"
> & {
  /** Null when the answer did not list them. */
  milestones: UpstreamMilestone[] | null;
  /** Milestones that had no usable id. */
  milestonesSetAside: number;
};
export type UpstreamCredits = Omit<CreditsRecord, "readAt">;
export type UpstreamProposal = {
  id: string;
  jobId: string | null;
  jobTitle: string | null;
  status: string | null;
  candidateId: string | null;
  candidateName: string | null;
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
export type Me = {
  /** What makes it one account: the organization, else its owner. */
  accountKey: string | null;
  accountKind: string | null;
  memberRole: string | null;
  /** The owner's own unmasked name: for the workspace's name, never for a log. */
  name: string | null;
  tokenId: string | null;
  tokenLabel: string | null;
  scopes: string[];
  tokenExpiresAt: Date | null;
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

/** Null when a figure or the currency is not one we can state. */
export function mapCredits({ credits }: z.infer<typeof creditsAnswer>): UpstreamCredits | null {
  const available = centsFromCents(credits.availableCents).cents;
  const reserved = centsFromCents(credits.reservedCents).cents;
  if (available === null || reserved === null || (credits.currency ?? CURRENCY) !== CURRENCY) return null;
  return { availableCents: available, reservedCents: reserved };
}

export function mapProposal({ proposal }: z.infer<typeof proposalAnswer>): UpstreamProposal {
  return {
    id: proposal.id,
    jobId: proposal.jobId,
    jobTitle: proposal.jobTitle,
    status: proposal.status?.raw ?? null,
    candidateId: proposal.candidate?.id ?? null,
    candidateName: proposal.candidate?.displayName ?? null,
  };
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

export function mapMe({ actor, token, account }: z.infer<typeof meAnswer>): Me {
  const name = actor?.fullName ?? [actor?.firstName, actor?.lastName].filter(Boolean).join(" ");
  return {
    accountKey: account.organizationId ?? account.ownerUserId,
    accountKind: account.kind,
    memberRole: account.memberRole,
    name: name === "" ? null : name,
    tokenId: token.id,
    tokenLabel: token.label,
    scopes: token.scopes.items,
    tokenExpiresAt: token.expiresAt,
  };
}
