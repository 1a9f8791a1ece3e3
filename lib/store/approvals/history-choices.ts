import { sql } from "drizzle-orm";
import type { Reads } from "@/lib/store/pool";

export type KnownContract = { id: string; title: string | null; who: string | null };

/** What agents are called here, each once: along the index from one name to the next, however many requests each made. */
export async function agentNames(db: Reads, workspaceId: string, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    with recursive names (name) as (
      (select coalesce(agent_name, token_label) from approvals
        where workspace_id = ${workspaceId} and coalesce(agent_name, token_label) is not null
        order by coalesce(agent_name, token_label) limit 1)
      union all
      select (select coalesce(agent_name, token_label) from approvals
        where workspace_id = ${workspaceId} and coalesce(agent_name, token_label) > names.name
        order by coalesce(agent_name, token_label) limit 1)
      from names where names.name is not null
    )
    select name from names where name is not null limit ${limit}`);
  return rows.map(({ name }) => name);
}

/** The newest contracts by the names people know them by. */
export async function knownContracts(
  db: Reads,
  workspaceId: string,
  limit: number,
): Promise<KnownContract[]> {
  const { rows } = await db.execute<KnownContract>(sql`
    select contracts.id, coalesce(contracts.title, jobs.title) as title, contracts.freelancer_name as who
    from contracts left join jobs on jobs.workspace_id = contracts.workspace_id and jobs.id = contracts.job_id
    where contracts.workspace_id = ${workspaceId}
    order by contracts.created_at desc nulls last, contracts.id limit ${limit}`);
  return rows.map(({ id, title, who }) => ({ id, title, who }));
}
