import { unique } from "@/lib/testing/factories/unique";

// OpenTrain's answers as its documents show them.

const hourMs = 3_600_000;

export type WireApproval = {
  id: string;
  type: string;
  status: string;
  contractId: string | null;
  milestoneId: string | null;
  jobId: string | null;
  proposalId: string | null;
  approvalUrl: string | null;
  createdAt: string;
  expiresAt: string | null;
  resolvedAt: string | null;
  result: Record<string, unknown> | null;
};

/** A pending hire, asked a minute ago, with a link of the origin it is for. */
export function wireApproval(origin: string, overrides: Partial<WireApproval> = {}): WireApproval {
  const id = overrides.id ?? unique("appr");
  const createdAt = overrides.createdAt ?? new Date(Date.now() - 60_000).toISOString();
  return {
    id,
    type: "proposal_hire",
    status: "pending",
    contractId: null,
    milestoneId: null,
    jobId: "job_1",
    proposalId: unique("prop"),
    approvalUrl: `${origin}/approvals/${id}`,
    expiresAt: new Date(new Date(createdAt).getTime() + 72 * hourMs).toISOString(),
    resolvedAt: null,
    result: null,
    ...overrides,
    createdAt,
  };
}

export type WireMilestone = {
  id: string;
  name: string | null;
  description: string | null;
  status: string;
  amountUsd: unknown;
  milestoneNumber: number;
  dueDate: string | null;
};

export type WireContract = {
  id: string;
  status: string;
  title: string | null;
  jobId: string | null;
  proposalId: string | null;
  freelancer: { userId: string; displayName: string; country: string | null } | null;
  milestones: WireMilestone[];
  createdAt: string;
  endDate: string | null;
};

export function wireMilestone(overrides: Partial<WireMilestone> = {}): WireMilestone {
  return {
    id: unique("ms"),
    name: "Pilot",
    description: "600 receipts",
    status: "NOT_FUNDED",
    amountUsd: 250,
    milestoneNumber: 1,
    dueDate: null,
    ...overrides,
  };
}

export function wireContract(overrides: Partial<WireContract> = {}): WireContract {
  return {
    id: unique("ctr"),
    status: "active",
    title: "Receipt boxes Contract",
    jobId: "job_1",
    proposalId: null,
    freelancer: { userId: "usr_noor", displayName: "Noor B.", country: "Portugal" },
    milestones: [],
    createdAt: new Date(Date.now() - 24 * hourMs).toISOString(),
    endDate: null,
    ...overrides,
  };
}
