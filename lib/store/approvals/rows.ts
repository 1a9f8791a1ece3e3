import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { type ApprovalRow, approvals, type NewApprovalRow } from "@/lib/store/schema";

export async function findApproval(
  db: Db | Tx,
  workspaceId: string,
  id: string,
): Promise<ApprovalRow | null> {
  const [row] = await db.select().from(approvals).where(isApproval(workspaceId, id));
  return row ?? null;
}

/** Held until the transaction ends, so that two writers of one approval follow each other. */
export async function lockApproval(tx: Tx, workspaceId: string, id: string): Promise<ApprovalRow | null> {
  const [row] = await tx.select().from(approvals).where(isApproval(workspaceId, id)).for("update");
  return row ?? null;
}

export type ApprovalSubject =
  | { type: string; proposalId: string }
  | { type: string; milestoneId: string }
  | { type: string; contractId: string };

/** Every request about the same thing, in one order for all, and held. */
export async function lockApprovalsOnSubject(
  tx: Tx,
  workspaceId: string,
  subject: ApprovalSubject,
): Promise<ApprovalRow[]> {
  return tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.type, subject.type), isOn(subject)))
    .orderBy(asc(approvals.id))
    .for("update");
}

function isOn(subject: ApprovalSubject): SQL {
  if ("proposalId" in subject) return eq(approvals.proposalId, subject.proposalId);
  if ("milestoneId" in subject) return eq(approvals.milestoneId, subject.milestoneId);
  return eq(approvals.contractId, subject.contractId);
}

export async function insertApproval(tx: Tx, row: NewApprovalRow): Promise<ApprovalRow> {
  const [stored] = await tx.insert(approvals).values(row).returning();
  if (!stored) throw new Error("an approval was not stored");
  return stored;
}

export async function updateApproval(
  tx: Tx,
  { workspaceId, id }: Pick<ApprovalRow, "workspaceId" | "id">,
  changes: Partial<NewApprovalRow>,
): Promise<ApprovalRow> {
  const [stored] = await tx.update(approvals).set(changes).where(isApproval(workspaceId, id)).returning();
  if (!stored) throw new Error("an approval was not there to change");
  return stored;
}

export async function knownApprovalIds(
  db: Db | Tx,
  workspaceId: string,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), inArray(approvals.id, ids)));
  return new Set(rows.map(({ id }) => id));
}

export async function approvalsOnContract(
  db: Db | Tx,
  workspaceId: string,
  contractId: string,
): Promise<ApprovalRow[]> {
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.contractId, contractId)))
    .orderBy(sql`${approvals.createdAt} desc nulls last`, asc(approvals.id));
}

function isApproval(workspaceId: string, id: string): SQL | undefined {
  return and(eq(approvals.workspaceId, workspaceId), eq(approvals.id, id));
}
