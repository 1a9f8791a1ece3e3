import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { ApprovalFilter } from "@/lib/domain/listing/listing";
import { phasesAskedFor } from "@/lib/domain/listing/listing";
import { inPhases } from "@/lib/store/approvals/in-phases";
import type { Reads } from "@/lib/store/pool";
import { approvals, approvalWords } from "@/lib/store/schema";

/** Whose list it is, the moment by which phases are told, and whether `q` is the id of something there. */
export type ListFilter = ApprovalFilter & { workspaceId: string; at: Date; isId: boolean };

export function matches(filter: ListFilter): SQL | undefined {
  const { workspaceId, types, statuses, contractId, jobId, agent, q, from, to, min, max, at, isId } = filter;
  const { totalCents } = approvals;
  return and(
    eq(approvals.workspaceId, workspaceId),
    inPhases(phasesAskedFor(filter), at),
    types === null ? undefined : inArray(approvals.type, types),
    statuses === null ? undefined : inArray(approvals.status, statuses),
    contractId === null ? undefined : eq(approvals.contractId, contractId),
    jobId === null ? undefined : eq(approvals.jobId, jobId),
    agent === null ? undefined : sql`coalesce(${approvals.agentName}, ${approvals.tokenLabel}) = ${agent}`,
    from === null ? undefined : sql`${listedAt} >= ${from.toISOString()}::timestamptz`,
    to === null ? undefined : sql`${listedAt} < ${to.toISOString()}::timestamptz`,
    min === null ? undefined : gte(totalCents, min),
    max === null ? undefined : lte(totalCents, max),
    q === null ? undefined : isFoundBy(workspaceId, q, isId),
  );
}

/** Worked out by the database: when a settled one was settled and an open one was asked. */
const listedAt = sql`approvals.listed_at`;

/** Every word somewhere in its names, whatever its case and accents; or the whole of it as an id. */
function isFoundBy(workspaceId: string, q: string, isId: boolean): SQL {
  const words = q
    .split(" ")
    .map(
      (word) =>
        sql`${approvalWords.words} like '%' || fold_text(${word.replaceAll(/[\\%_]/g, "\\$&")}) || '%'`,
    );
  const named = sql`select ${approvalWords.id} from ${approvalWords}
    where ${and(eq(approvalWords.workspaceId, workspaceId), ...words)}`;
  // Names alone leave the database the plan that is best for as many as they find.
  if (!isId) return sql`${approvals.id} in (${named})`;
  return sql`${approvals.id} in (${named} union all select a.id from approvals a where ${hasId(workspaceId, q)})`;
}

/** Whether these words are an id that some request has or names. */
export async function isKnownId(db: Reads, workspaceId: string, words: string): Promise<boolean> {
  // Ids have a digit or a stroke somewhere; most words that are looked for have neither.
  if (!/[\d_-]/.test(words)) return false;
  const { rows } = await db.execute(sql`select from approvals a where ${hasId(workspaceId, words)} limit 1`);
  return rows.length > 0;
}

const ids = ["id", "contract_id", "milestone_id", "job_id", "proposal_id", "counterparty_id"];

/** One look at the table `a`, by whichever index knows it. */
function hasId(workspaceId: string, id: string): SQL {
  const isOne = ids.map((column) => sql`a.${sql.identifier(column)} = ${id}`);
  return sql`a.workspace_id = ${workspaceId} and (${sql.join(isOne, sql` or `)})`;
}
