import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ApprovalType } from "@/lib/domain/records";
import { insertRows } from "@/lib/store/insert-rows";
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

/** The same for many of them, in one order for all. */
export async function lockApprovals(tx: Tx, workspaceId: string, ids: string[]): Promise<ApprovalRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), inArray(approvals.id, ids)))
    .orderBy(asc(approvals.id))
    .for("update");
}

/** What still waits about these contracts, held. */
export async function lockOpenOn(tx: Tx, workspaceId: string, contractIds: string[]): Promise<ApprovalRow[]> {
  if (contractIds.length === 0) return [];
  return tx
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        inArray(approvals.contractId, contractIds),
        inArray(approvals.standing, ["open", "unreadable"]),
      ),
    )
    .orderBy(asc(approvals.id))
    .for("update");
}

/** Every request of one type about the same thing, in one order for all, and held. */
export async function lockOnSubject(
  tx: Tx,
  workspaceId: string,
  about: Pick<ApprovalRow, "type" | "proposalId" | "milestoneId" | "contractId">,
): Promise<ApprovalRow[]> {
  const isAbout = isAboutSame(about);
  if (!isAbout || about.type === null) return [];
  return tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.type, about.type), isAbout))
    .orderBy(asc(approvals.id))
    .for("update");
}

/** The same without holding them: every request of one type about the same thing. */
export async function onSubject(
  db: Db | Tx,
  workspaceId: string,
  about: Pick<ApprovalRow, "type" | "proposalId" | "milestoneId" | "contractId">,
): Promise<ApprovalRow[]> {
  const isAbout = isAboutSame(about);
  if (!isAbout || about.type === null) return [];
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), eq(approvals.type, about.type), isAbout))
    .orderBy(desc(approvals.createdAt), asc(approvals.id))
    .limit(MOST_ON_SUBJECT);
}

/** Nobody looks back further than this for one thing asked again and again. */
const MOST_ON_SUBJECT = 200;

/** What waits about one thing, by its id. */
export async function listOnSubject(
  tx: Tx,
  workspaceId: string,
  { type, subjectId }: { type: ApprovalType; subjectId: string },
): Promise<string[]> {
  const isAbout = isAboutSame({ type, proposalId: subjectId, milestoneId: subjectId, contractId: subjectId });
  const rows = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.type, type),
        inArray(approvals.standing, ["open", "unreadable"]),
        isAbout ?? undefined,
      ),
    );
  return rows.map(({ id }) => id);
}

function isAboutSame({
  type,
  proposalId,
  milestoneId,
  contractId,
}: Pick<ApprovalRow, "type" | "proposalId" | "milestoneId" | "contractId">): SQL | null {
  if (type === "proposal_hire") return proposalId === null ? null : eq(approvals.proposalId, proposalId);
  if (type === "contract_end") return contractId === null ? null : eq(approvals.contractId, contractId);
  return milestoneId === null ? null : eq(approvals.milestoneId, milestoneId);
}

export async function insertApproval(tx: Tx, row: NewApprovalRow): Promise<ApprovalRow> {
  const [stored] = await tx.insert(approvals).values(row).returning();
  if (!stored) throw new Error("an approval was not stored");
  return stored;
}

export async function insertApprovals(tx: Tx, rows: NewApprovalRow[]): Promise<void> {
  if (rows.length > 0) await tx.execute(insertRows(approvals, rows));
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

/** Of the ones we know among these: the token that saw each last. */
export async function readersOf(
  db: Db | Tx,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: approvals.id, readByToken: approvals.readByToken })
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), inArray(approvals.id, ids)));
  return new Map(rows.map(({ id, readByToken }) => [id, readByToken]));
}

/** Requests of these jobs that have no title of theirs yet, some of them: the newest, which people look at first. */
export async function lockNameless(
  tx: Tx,
  workspaceId: string,
  jobIds: string[],
  limit: number,
): Promise<ApprovalRow[]> {
  if (jobIds.length === 0) return [];
  return tx
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        inArray(approvals.jobId, jobIds),
        isNull(approvals.jobTitle),
      ),
    )
    .orderBy(sql`${approvals.createdAt} desc nulls last`, asc(approvals.id))
    .limit(limit)
    .for("update");
}

/** Open requests on these contracts, and hires whose final terms are not known yet. */
export async function lockUnsettledAround(
  tx: Tx,
  workspaceId: string,
  { contractIds }: { contractIds: string[] },
): Promise<ApprovalRow[]> {
  if (contractIds.length === 0) return [];
  const isOpen = inArray(approvals.standing, ["open", "unreadable"]);
  const isHireToComplete = and(
    eq(approvals.type, "proposal_hire"),
    eq(approvals.standing, "confirmed"),
    sql`${approvals.confirmedTerms} ->> 'amountCents' is null`,
  );
  return tx
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        inArray(approvals.contractId, contractIds),
        or(isOpen, isHireToComplete),
      ),
    )
    .orderBy(asc(approvals.id))
    .for("update");
}

function isApproval(workspaceId: string, id: string): SQL | undefined {
  return and(eq(approvals.workspaceId, workspaceId), eq(approvals.id, id));
}
