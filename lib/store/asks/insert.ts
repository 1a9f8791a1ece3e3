import { type SQL, sql } from "drizzle-orm";
import { LONGEST_ID } from "@/lib/domain/links";
import { storableText } from "@/lib/domain/storable";
import { isAsk } from "@/lib/store/asks/rows";
import type { Db, Tx } from "@/lib/store/pool";
import { type AskRow, asks } from "@/lib/store/schema";
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

/** One statement; told again under its id it is not asked again. False when that added nothing. */
export async function insertAsk(db: Db | Tx, ask: NewAsk): Promise<boolean> {
  const { rowCount } = await db.execute(sql`${inserted(ask, null)} on conflict (id) do nothing`);
  return rowCount === 1;
}

/**
 * One statement: what was answered lies with its asking from then on, whether that one came here or not, until
 * it is taken to be settled. One that an answer has settled takes none any more; one that was found out by other
 * ways does, since its own answer may say more. False when there is no place for it.
 */
export async function insertAnswer(db: Db, ask: NewAsk, answer: Record<string, unknown>): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    ${inserted(ask, answer)}
    on conflict (id) do update set answer = excluded.answer, answered_at = excluded.answered_at
    where asks.answer is null and asks.state in ('asked', 'unknown', 'answered')`);
  return rowCount === 1 || (await isThere(db, ask));
}

function inserted(ask: NewAsk, answer: Record<string, unknown> | null): SQL {
  const { id, workspaceId, connectionId, action, subjectId, agentName, agentReason, kept, keeper } = ask;
  const terms = ask.terms === null ? null : JSON.stringify(storableObject(ask.terms));
  const words = [agentName, agentReason].map((said) => (said === null ? null : storable(said)));
  const noted = answer === null ? null : JSON.stringify(storableObject(answer));
  return sql`
    insert into asks (id, workspace_id, connection_id, action, subject_id, terms, agent_name, agent_reason,
      asked_at, kept, keeper, state, answer, answered_at)
    select ${id}, c.workspace_id, c.id, ${action}, ${storableText(subjectId, LONGEST_ID)}, ${terms}::jsonb, ${words[0]}, ${words[1]},
      ${ask.at.toISOString()}::timestamptz + c.clock_offset_ms * interval '1 millisecond', ${kept}, ${keeper},
      'asked', ${noted}::jsonb, ${noted === null ? sql`null` : sql`now()`}
    from connections c where c.id = ${connectionId} and c.workspace_id = ${workspaceId}`;
}

async function isThere(db: Db, ask: NewAsk): Promise<boolean> {
  const [row] = await db.select({ id: asks.id }).from(asks).where(isAsk(ask));
  return row !== undefined;
}
