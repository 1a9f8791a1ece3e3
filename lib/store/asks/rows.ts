import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { AskedFacts } from "@/lib/domain/unanswered";
import type { Db, Tx } from "@/lib/store/pool";
import { type AskRow, type AskState, asks, type StoredTerms } from "@/lib/store/schema";

type Ask = Pick<AskRow, "workspaceId" | "id">;

/** What a web calls itself on the database while it has requests in hand. */
export function keeperName(keeper: string): string {
  return `recorder ${keeper}`;
}

/** Still open: nobody has said yet what became of it. */
const openStates = ["asked", "unknown"] as const satisfies readonly AskState[];

/** Settles it once; null when that was done before. */
export async function closeAsk(
  tx: Tx,
  ask: Ask,
  changes: Pick<AskRow, "state" | "settledAt"> & { approvalId?: string | null },
): Promise<AskRow | null> {
  const [row] = await tx
    .update(asks)
    .set(changes)
    .where(and(isAsk(ask), inArray(asks.state, openStates)))
    .returning();
  return row ?? null;
}

/** The answer never came; null when it is settled, about to be, or known to be unknown already. */
export async function markUnknown(tx: Tx, ask: Ask, at: Date): Promise<AskRow | null> {
  const [row] = await tx
    .update(asks)
    .set({ state: "unknown", unknownSince: at })
    .where(and(isAsk(ask), eq(asks.state, "asked"), isNull(asks.answer)))
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

/** What was asked for later on the same thing, and went through; `isSame`: on the same terms. */
export async function findSuccessAfter(tx: Tx, ask: AskRow, { isSame = false } = {}): Promise<AskRow | null> {
  const terms = ask.terms === null ? null : JSON.stringify(ask.terms);
  const [row] = await tx
    .select()
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, ask.workspaceId),
        inArray(asks.state, ["accepted", "done"]),
        eq(asks.action, ask.action),
        eq(asks.subjectId, ask.subjectId),
        gt(asks.askedAt, ask.askedAt),
        isSame ? sql`${asks.terms} is not distinct from ${terms}::jsonb` : undefined,
      ),
    )
    .orderBy(asks.askedAt)
    .limit(1);
  return row ?? null;
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

/** Under way since before then without an answer, of any web. */
export async function listUnderWay(db: Db, before: Date, limit: number): Promise<AskRow[]> {
  return db
    .select()
    .from(asks)
    .where(and(eq(asks.state, "asked"), isNull(asks.answer), lte(asks.begunAt, before)))
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

export function isAsk({ workspaceId, id }: Ask): SQL | undefined {
  return and(eq(asks.workspaceId, workspaceId), eq(asks.id, id));
}
