import { and, asc, eq, or, sql } from "drizzle-orm";
import { among } from "@/lib/store/among";
import type { Tx } from "@/lib/store/pool";
import {
  approvals,
  type ContractRow,
  contracts,
  type JobRow,
  jobs,
  type MilestoneRow,
  milestones,
  type NewApprovalRow,
  type ProposalRow,
  proposals,
} from "@/lib/store/schema";

type Loaded = {
  contract: ContractRow | null;
  milestones: MilestoneRow[] | null;
  milestone: MilestoneRow | null;
  proposal: ProposalRow | null;
  job: JobRow | null;
  confirmedReleases: ReadonlySet<string>;
  isContractHidden: boolean;
};

/** What is stored around many requests, in one query a table; what it gives back finds each its own. */
export async function loadAround(
  tx: Tx,
  workspaceId: string,
  rows: NewApprovalRow[],
): Promise<(row: NewApprovalRow) => Loaded> {
  const contractIds = idsOf(rows, ({ contractId }) => contractId);
  const milestoneIds = idsOf(rows, ({ milestoneId }) => milestoneId);
  const jobIds = idsOf(rows, ({ jobId }) => jobId);
  const proposalIds = idsOf(rows, ({ proposalId }) => proposalId);
  const contractsById = byId(
    await tx
      .select()
      .from(contracts)
      .where(and(eq(contracts.workspaceId, workspaceId), among(contracts.id, contractIds))),
  );
  const jobsById = byId(
    await tx
      .select()
      .from(jobs)
      .where(and(eq(jobs.workspaceId, workspaceId), among(jobs.id, jobIds))),
  );
  const proposalsById = byId(
    await tx
      .select()
      .from(proposals)
      .where(and(eq(proposals.workspaceId, workspaceId), among(proposals.id, proposalIds))),
  );
  const milestoneRows = await tx
    .select()
    .from(milestones)
    .where(
      and(
        eq(milestones.workspaceId, workspaceId),
        or(among(milestones.contractId, contractIds), among(milestones.id, milestoneIds)),
      ),
    )
    .orderBy(sql`${milestones.number} nulls last`, asc(milestones.id));
  const milestonesById = byId(milestoneRows);
  const milestonesByContract = grouped(milestoneRows, ({ contractId }) => contractId);
  const releases = grouped(
    await tx
      .select({ contractId: approvals.contractId, milestoneId: approvals.milestoneId })
      .from(approvals)
      .where(
        and(
          eq(approvals.workspaceId, workspaceId),
          among(approvals.contractId, contractIds),
          eq(approvals.type, "milestone_approve"),
          eq(approvals.standing, "confirmed"),
        ),
      ),
    ({ contractId }) => contractId,
  );
  return ({ contractId, milestoneId, proposalId, jobId }) => {
    const contract = contractsById.get(contractId ?? "") ?? null;
    const released = contract ? (releases.get(contract.id) ?? []) : [];
    return {
      contract,
      milestones: contract ? (milestonesByContract.get(contract.id) ?? []) : null,
      milestone: milestonesById.get(milestoneId ?? "") ?? null,
      proposal: proposalsById.get(proposalId ?? "") ?? null,
      job: jobsById.get(jobId ?? "") ?? null,
      confirmedReleases: new Set(released.flatMap((release) => release.milestoneId ?? [])),
      // Only what was asked since waits for its trace.
      isContractHidden: false,
    };
  };
}

function grouped<T>(rows: T[], pick: (row: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) groups.set(pick(row), [...(groups.get(pick(row)) ?? []), row]);
  return groups;
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function idsOf(rows: NewApprovalRow[], pick: (row: NewApprovalRow) => string | null | undefined): string[] {
  return [...new Set(rows.map(pick))].filter((id) => id !== null && id !== undefined);
}
