import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { withReleases } from "@/lib/domain/escrow";
import type { ContractRecord, MilestoneRecord, Standing } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";
import {
  approvals,
  type ContractRow,
  contracts,
  jobs,
  type MilestoneRow,
  milestones,
} from "@/lib/store/schema";

export async function findContractRow(
  db: Db | Tx,
  workspaceId: string,
  id: string,
): Promise<ContractRow | null> {
  const [row] = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.workspaceId, workspaceId), eq(contracts.id, id)));
  return row ?? null;
}

export async function milestoneRowsOf(
  db: Db | Tx,
  workspaceId: string,
  contractId: string,
): Promise<MilestoneRow[]> {
  return db
    .select()
    .from(milestones)
    .where(and(eq(milestones.workspaceId, workspaceId), eq(milestones.contractId, contractId)))
    .orderBy(sql`${milestones.number} nulls last`, asc(milestones.id));
}

export function milestoneRecordOf(row: MilestoneRow): MilestoneRecord {
  const { workspaceId: _, description: __, ...record } = row;
  return record;
}

/** Whole contracts as the rest of the code knows them, active ones first, the newest first. */
export async function contractRecords(db: Db, workspaceId: string, id?: string): Promise<ContractRecord[]> {
  const rows = await db
    .select({ contract: contracts, jobTitle: jobs.title })
    .from(contracts)
    .leftJoin(jobs, and(eq(jobs.workspaceId, contracts.workspaceId), eq(jobs.id, contracts.jobId)))
    .where(and(eq(contracts.workspaceId, workspaceId), id === undefined ? undefined : eq(contracts.id, id)))
    .orderBy(
      sql`(${contracts.status} = 'active') desc`,
      sql`${contracts.createdAt} desc nulls last`,
      asc(contracts.id),
    );
  const ids = rows.map(({ contract }) => contract.id);
  if (ids.length === 0) return [];
  const [milestoneRows, approvalRows] = [
    await db
      .select()
      .from(milestones)
      .where(and(eq(milestones.workspaceId, workspaceId), inArray(milestones.contractId, ids)))
      .orderBy(sql`${milestones.number} nulls last`, asc(milestones.id)),
    await db
      .select({
        id: approvals.id,
        contractId: approvals.contractId,
        milestoneId: approvals.milestoneId,
        type: approvals.type,
        standing: approvals.standing,
        expiresAt: approvals.expiresAt,
      })
      .from(approvals)
      .where(and(eq(approvals.workspaceId, workspaceId), inArray(approvals.contractId, ids)))
      .orderBy(desc(approvals.createdAt), asc(approvals.id)),
  ];
  // How OpenTrain spells a released milestone is not documented; a release it confirmed is one.
  const released = new Set(
    approvalRows.flatMap(({ type, standing, milestoneId }) =>
      type === "milestone_approve" && standing === "confirmed" && milestoneId ? [milestoneId] : [],
    ),
  );
  return rows.map(({ contract, jobTitle }) => ({
    id: contract.id,
    workspaceId,
    title: contract.title,
    status: contract.status,
    freelancer: freelancerOf(contract),
    jobId: contract.jobId,
    jobTitle,
    proposalId: contract.proposalId,
    paymentType: contract.paymentType,
    rate: contract.rate,
    createdAt: contract.createdAt,
    endedAt: contract.endedAt,
    milestones: withReleases(
      milestoneRows.filter((row) => row.contractId === contract.id).map(milestoneRecordOf),
      released,
    ),
    approvals: approvalRows.filter((row) => row.contractId === contract.id).map((row) => row.id),
    waiting: approvalRows
      .filter(({ contractId, standing }) => contractId === contract.id && isWaiting(standing))
      .toSorted((a, b) => deadlineOf(a) - deadlineOf(b))
      .map(({ id, type, milestoneId, expiresAt }) => ({ id, type, milestoneId, expiresAt })),
    readAt: contract.readAt,
  }));
}

/** One that cannot be read waits too, since nobody knows that it does not. */
function isWaiting(standing: Standing): boolean {
  return standing === "open" || standing === "unreadable";
}

function deadlineOf({ expiresAt }: { expiresAt: Date | null }): number {
  return expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
}

function freelancerOf({
  freelancerId,
  freelancerName,
  freelancerCountry,
}: ContractRow): ContractRecord["freelancer"] {
  if (freelancerId === null || freelancerName === null) return null;
  return { userId: freelancerId, displayName: freelancerName, country: freelancerCountry };
}
