import { sql } from "drizzle-orm";
import type { Action } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";

export type DueSubject = { action: Action; subjectId: string; isKnown: boolean };

/** What blocked and unanswered requests are about and was not looked up yet, the latest first. */
export async function dueSubjects(
  db: Db,
  {
    connectionId,
    since,
    now,
    most,
  }: {
    connectionId: string;
    /** By OpenTrain's clock: older ones are not shown. */
    since: Date;
    now: Date;
    most: number;
  },
): Promise<DueSubject[]> {
  const isDue = sql`connection_id = ${connectionId} and subject_due_at <= ${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ action: Action; subject_id: string; is_known: boolean }>(sql`
    select action, subject_id, bool_or(case action
      when 'hire' then exists (
        select from countersign.proposals p where p.workspace_id = due.workspace_id and p.id = due.subject_id)
      when 'end' then exists (
        select from countersign.contracts c where c.workspace_id = due.workspace_id and c.id = due.subject_id)
      else exists (
        select from countersign.milestones m where m.workspace_id = due.workspace_id and m.id = due.subject_id)
      end) as is_known
    from (
      select workspace_id, action, subject_id, last_at as at from countersign.blocked
      where ${isDue} and dismissed_at is null and lifted_at is null and last_at > ${since.toISOString()}::timestamptz
      union all
      select workspace_id, action, subject_id, asked_at from countersign.asks
      where ${isDue} and state = 'unknown' and asked_at > ${since.toISOString()}::timestamptz
    ) due
    group by action, subject_id order by max(at) desc, subject_id limit ${most}`);
  return rows.map(({ action, subject_id, is_known }) => ({
    action,
    subjectId: subject_id,
    isKnown: is_known,
  }));
}

/** Looked up: not again, or not before then. Whoever shows it is told. */
export async function noteLookedUp(
  tx: Tx,
  workspaceId: string,
  { action, subjectId }: Pick<DueSubject, "action" | "subjectId">,
  again: Date | null,
): Promise<void> {
  const at = again === null ? null : again.toISOString();
  const change = sql`set subject_due_at = ${at}::timestamptz where workspace_id = ${workspaceId}
    and action = ${action} and subject_id = ${subjectId}`;
  await tx.execute(sql`update countersign.blocked ${change} and dismissed_at is null and lifted_at is null`);
  await tx.execute(sql`update countersign.asks ${change} and state = 'unknown'`);
}

/** Tokens changed: what could not be read before may be now. */
export async function makeSubjectsDue(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  const due = sql`set subject_due_at = ${now.toISOString()}::timestamptz where workspace_id = ${workspaceId}`;
  await tx.execute(sql`update countersign.blocked ${due} and dismissed_at is null and lifted_at is null`);
  await tx.execute(sql`update countersign.asks ${due} and state = 'unknown'`);
}
