import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { ApprovalFilter } from "@/lib/domain/listing/listing";
import { phasesAskedFor } from "@/lib/domain/listing/listing";
import { inPhases } from "@/lib/store/approvals/in-phases";
import { approvals, approvalWords } from "@/lib/store/schema";

/** Whose list it is, and the moment by which phases are told. */
export type ListFilter = ApprovalFilter & { workspaceId: string; at: Date };

export function matches(filter: ListFilter): SQL | undefined {
  const { workspaceId, types, statuses, contractId, jobId, agent, q, from, to, min, max, at } = filter;
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
    q === null ? undefined : isFoundBy(workspaceId, q),
  );
}

/** Worked out by the database: when a settled one was settled and an open one was asked. */
const listedAt = sql`approvals.listed_at`;

/** Every word somewhere in its names, whatever its case and accents; or the whole of it as an id. */
function isFoundBy(workspaceId: string, q: string): SQL {
  const words = q
    .split(" ")
    .map(
      (word) =>
        sql`${approvalWords.words} like '%' || fold_text(${word.replaceAll(/[\\%_]/g, "\\$&")}) || '%'`,
    );
  const named = sql`select ${approvalWords.id} from ${approvalWords}
    where ${and(eq(approvalWords.workspaceId, workspaceId), ...words)}`;
  // A word that could be no id is left to names alone, and to the plan that is best for as many as it finds.
  if (!/[\d_-]/.test(q)) return sql`${approvals.id} in (${named})`;
  const known = ids.map(
    (column) =>
      sql`select a.id from approvals a where a.workspace_id = ${workspaceId} and a.${column} = ${q}`,
  );
  return sql`${approvals.id} in (${sql.join([named, ...known], sql` union all `)})`;
}

const ids = ["id", "contract_id", "milestone_id", "job_id", "proposal_id", "counterparty_id"].map((name) =>
  sql.identifier(name),
);
