import { and, asc, count, eq, isNotNull, lte, notInArray, sql } from "drizzle-orm";
import { isAsk } from "@/lib/store/asks/rows";
import type { Db, Tx } from "@/lib/store/pool";
import { type AskRow, asks } from "@/lib/store/schema";

// Answers that are safe here, and of which nothing is listed yet.

type Ask = Pick<AskRow, "workspaceId" | "id">;

/** Whoever takes the answer settles it in the same transaction. False when somebody else did. */
export async function takeAnswer(tx: Tx, ask: Ask): Promise<boolean> {
  const { rowCount } = await tx
    .update(asks)
    .set({ answer: null, answeredAt: null })
    .where(and(isAsk(ask), isNotNull(asks.answer)));
  return rowCount === 1;
}

/** How often the database has refused to settle it by now. */
export async function countSettleTry(db: Db, ask: Ask): Promise<number> {
  const [row] = await db
    .update(asks)
    .set({ settleTries: sql`${asks.settleTries} + 1` })
    .where(and(isAsk(ask), isNotNull(asks.answer)))
    .returning({ tries: asks.settleTries });
  return row?.tries ?? 0;
}

/** Answered and not settled yet, of one web or of all: of each workspace in turn, the oldest first. */
export async function listNoted(
  db: Db,
  keeper: string | null,
  limit: number,
  except: string[] = [],
): Promise<AskRow[]> {
  const turn = sql`row_number() over (partition by ${asks.workspaceId} order by ${asks.answeredAt}, ${asks.id})`;
  return db
    .select()
    .from(asks)
    .where(
      and(
        isNotNull(asks.answer),
        keeper === null ? undefined : eq(asks.keeper, keeper),
        except.length > 0 ? notInArray(asks.workspaceId, except) : undefined,
      ),
    )
    .orderBy(turn, asc(asks.answeredAt), asc(asks.id))
    .limit(limit);
}

/** Of all workspaces: answers that came before then and are not settled. */
export async function countNoted(db: Db, before: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(asks)
    .where(and(isNotNull(asks.answer), lte(asks.answeredAt, before)));
  return row?.count ?? 0;
}
