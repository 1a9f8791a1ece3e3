import { and, count, desc, eq, gt, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import type { AskedFacts } from "@/lib/domain/unanswered";
import type { Db, Tx } from "@/lib/store/pool";
import { type AskRow, type AskState, asks, type StoredTerms } from "@/lib/store/schema";
import { storable, storableObject } from "@/lib/store/schema/columns";

export type NewAsk = Pick<
  AskRow,
  | "id"
  | "workspaceId"
  | "connectionId"
  | "action"
  | "subjectId"
  | "terms"
  | "agentName"
  | "agentReason"
  | "kept"
  | "keeper"
> & {
  /** By our own clock. */
  at: Date;
};

/** What a web calls itself on the database while it has requests in hand. */
export function keeperName(keeper: string): string {
  return `recorder ${keeper}`;
}

/** Still open: nobody has said yet what became of it. */
const openStates = ["asked", "unknown"] as const satisfies readonly AskState[];

/** One statement; told again under its id it is not asked again. False when that added nothing. */
export async function insertAsk(db: Db | Tx, ask: NewAsk): Promise<boolean> {
  const { id, workspaceId, connectionId, action, subjectId, agentName, agentReason, kept, keeper } = ask;
  const terms = ask.terms === null ? null : JSON.stringify(storableObject(ask.terms));
  const words = [agentName, agentReason].map((said) => (said === null ? null : storable(said)));
  const { rowCount } = await db.execute(sql`
    insert into asks (id, workspace_id, connection_id, action, subject_id, terms, agent_name, agent_reason,
      asked_at, kept, keeper, state)
    select ${id}, c.workspace_id, c.id, ${action}, ${storable(subjectId)}, ${terms}::jsonb, ${words[0]}, ${words[1]},
      ${ask.at.toISOString()}::timestamptz + c.clock_offset_ms * interval '1 millisecond', ${kept}, ${keeper}, 'asked'
    from connections c where c.id = ${connectionId} and c.workspace_id = ${workspaceId}
    on conflict (id) do nothing`);
  return rowCount === 1;
}

/** Settles it once; null when that was done before. */
export async function closeAsk(
  tx: Tx,
  { workspaceId, id }: Pick<AskRow, "workspaceId" | "id">,
  changes: Pick<AskRow, "state" | "settledAt"> & { approvalId?: string | null },
): Promise<AskRow | null> {
  const [row] = await tx
    .update(asks)
    .set(changes)
    .where(and(eq(asks.workspaceId, workspaceId), eq(asks.id, id), inArray(asks.state, openStates)))
    .returning();
  return row ?? null;
}

/** The answer never came; null when it is settled, or known to be so already. */
export async function markUnknown(
  tx: Tx,
  { workspaceId, id }: Pick<AskRow, "workspaceId" | "id">,
  at: Date,
): Promise<AskRow | null> {
  const [row] = await tx
    .update(asks)
    .set({ state: "unknown", unknownSince: at })
    .where(and(eq(asks.workspaceId, workspaceId), eq(asks.id, id), eq(asks.state, "asked")))
    .returning();
  return row ?? null;
}

/** Older ones on the same thing and the same terms that nobody saw answered. */
export async function lockUnknownLike(
  tx: Tx,
  like: Pick<AskRow, "workspaceId" | "id" | "action" | "subjectId"> & { terms: StoredTerms | null },
): Promise<AskRow[]> {
  const terms = like.terms === null ? null : JSON.stringify(like.terms);
  return tx
    .select()
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, like.workspaceId),
        eq(asks.state, "unknown"),
        eq(asks.action, like.action),
        eq(asks.subjectId, like.subjectId),
        sql`${asks.id} <> ${like.id}`,
        sql`${asks.terms} is not distinct from ${terms}::jsonb`,
      ),
    )
    .orderBy(asks.id)
    .for("update");
}

/** Unknown ones about any of these, held. */
export async function lockUnknownAbout(
  tx: Tx,
  workspaceId: string,
  about: Pick<AskedFacts, "action" | "subjectId">[],
): Promise<AskRow[]> {
  if (about.length === 0) return [];
  return tx
    .select()
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, workspaceId),
        eq(asks.state, "unknown"),
        inArray(asks.subjectId, [...new Set(about.map(({ subjectId }) => subjectId))]),
      ),
    )
    .orderBy(asks.id)
    .for("update");
}

/** Under way since before then, of any web. */
export async function listUnderWay(db: Db, before: Date, limit: number): Promise<AskRow[]> {
  return db
    .select()
    .from(asks)
    .where(and(eq(asks.state, "asked"), lte(asks.begunAt, before)))
    .orderBy(asks.begunAt, asks.id)
    .limit(limit);
}

/** Unknown ones, and for a while those that were found out since; the newest first. */
export async function listUnanswered(
  db: Db,
  workspaceId: string,
  { settledSince, limit }: { settledSince: Date; limit: number },
): Promise<AskRow[]> {
  return db
    .select()
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, workspaceId),
        isNotNull(asks.unknownSince),
        or(eq(asks.state, "unknown"), gt(asks.settledAt, settledSince)),
      ),
    )
    .orderBy(desc(asks.askedAt), asks.id)
    .limit(limit);
}

/** Those that may still be heard of. */
export function countUnknown(db: Db, workspaceId: string, askedSince: Date) {
  return db
    .select({ count: count() })
    .from(asks)
    .where(and(eq(asks.workspaceId, workspaceId), eq(asks.state, "unknown"), gt(asks.askedAt, askedSince)));
}
