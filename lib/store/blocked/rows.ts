import { randomUUID } from "node:crypto";
import {
  and,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Tx } from "@/lib/store/pool";
import { type AskRow, type BlockedRow, blocked } from "@/lib/store/schema";

type About = Pick<AskRow, "workspaceId" | "action" | "subjectId">;

const isOpen = sql`${blocked.dismissedAt} is null and ${blocked.liftedAt} is null`;

/**
 * The same for the same reason is one row, with how often and the latest words. `isLifted`: the same went through
 * since, so that nothing holds it.
 */
export async function noteBlocked(
  tx: Tx,
  ask: AskRow,
  why: Pick<BlockedRow, "reason" | "link" | "linkState" | "linkProblem">,
  { at, isLifted }: { at: Date; isLifted: boolean },
): Promise<BlockedRow> {
  const { workspaceId, connectionId, action, subjectId, terms, agentName, agentReason } = ask;
  const said = { terms, agentName, agentReason, ...why };
  const [row] = await tx
    .insert(blocked)
    .values({
      id: randomUUID(),
      workspaceId,
      connectionId,
      action,
      subjectId,
      ...said,
      firstAt: at,
      lastAt: at,
      times: 1,
      liftedAt: isLifted ? at : null,
    })
    .onConflictDoUpdate({
      target: [blocked.workspaceId, blocked.action, blocked.subjectId, blocked.reason],
      targetWhere: isOpen,
      set: {
        ...said,
        times: sql`${blocked.times} + 1`,
        lastAt: sql`greatest(${blocked.lastAt}, excluded.last_at)`,
        subjectDueAt: sql`excluded.subject_due_at`,
      },
    })
    .returning();
  if (!row) throw new Error("a blocked request was not stored");
  return row;
}

/** The same thing went through after it was refused: nothing holds it any more. */
export async function liftBlocked(tx: Tx, about: About, at: Date): Promise<BlockedRow[]> {
  return tx
    .update(blocked)
    .set({ liftedAt: at })
    .where(and(isAbout(about), isOpen, lte(blocked.lastAt, at)))
    .returning();
}

/** What still holds any of these, held. */
export async function lockBlockedAbout(
  tx: Tx,
  workspaceId: string,
  about: Pick<About, "subjectId">[],
): Promise<BlockedRow[]> {
  if (about.length === 0) return [];
  const subjectIds = [...new Set(about.map(({ subjectId }) => subjectId))];
  return tx
    .select()
    .from(blocked)
    .where(and(eq(blocked.workspaceId, workspaceId), inArray(blocked.subjectId, subjectIds), isOpen))
    .orderBy(blocked.id)
    .for("update");
}

/** Once; null when there is none of that id to take away. */
export async function dismissBlockedRow(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
  { at, personId }: { at: Date; personId: string },
): Promise<BlockedRow | null> {
  const [row] = await tx
    .update(blocked)
    .set({ dismissedAt: at, dismissedBy: personId })
    .where(and(eq(blocked.workspaceId, workspaceId), eq(blocked.id, id), isOpen))
    .returning();
  return row ?? null;
}

/** Null when it was not set aside, or when the same was refused again since: then that one is shown. */
export async function restoreBlockedRow(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<BlockedRow | null> {
  const again = alias(blocked, "again");
  const isBack = tx
    .select({ id: again.id })
    .from(again)
    .where(
      and(
        eq(again.workspaceId, blocked.workspaceId),
        eq(again.action, blocked.action),
        eq(again.subjectId, blocked.subjectId),
        eq(again.reason, blocked.reason),
        isNull(again.dismissedAt),
        isNull(again.liftedAt),
      ),
    );
  const [row] = await tx
    .update(blocked)
    .set({ dismissedAt: null, dismissedBy: null })
    .where(
      and(
        eq(blocked.workspaceId, workspaceId),
        eq(blocked.id, id),
        isNotNull(blocked.dismissedAt),
        isNull(blocked.liftedAt),
        notExists(isBack),
      ),
    )
    .returning();
  return row ?? null;
}

export async function findBlocked(db: Db | Tx, workspaceId: string, id: string): Promise<BlockedRow | null> {
  const [row] = await db
    .select()
    .from(blocked)
    .where(and(eq(blocked.workspaceId, workspaceId), eq(blocked.id, id)));
  return row ?? null;
}

/** The latest first. */
export async function listBlockedRows(
  db: Db,
  workspaceId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<BlockedRow[]> {
  return db
    .select()
    .from(blocked)
    .where(isShown(workspaceId, since))
    .orderBy(desc(blocked.lastAt), blocked.id)
    .limit(limit);
}

export function countBlocked(db: Db, workspaceId: string, since: Date) {
  return db.select({ count: count() }).from(blocked).where(isShown(workspaceId, since));
}

function isShown(workspaceId: string, since: Date): SQL | undefined {
  return and(eq(blocked.workspaceId, workspaceId), isOpen, gt(blocked.lastAt, since));
}

function isAbout({ workspaceId, action, subjectId }: About): SQL | undefined {
  return and(
    eq(blocked.workspaceId, workspaceId),
    eq(blocked.action, action),
    eq(blocked.subjectId, subjectId),
  );
}
