import { sql } from "drizzle-orm";
import type { Hint, HintKind } from "@/lib/domain/hints";
import type { Db } from "@/lib/store/pool";

type Row = {
  kind: HintKind;
  subject: string | null;
  subject_id: string;
  contract_id: string | null;
  since: string | null;
  amount_cents: string | null;
};

/** What is there now without a request that explains it; what is older than the inbox explains itself. */
export async function findHints(
  db: Db,
  { workspaceId, since, most }: { workspaceId: string; since: Date; most: number },
): Promise<Hint[]> {
  const { rows } = await db.execute<Row>(sql`
    with asked as (
      select type, standing, milestone_id, contract_id, proposal_id from countersign.approvals
      where workspace_id = ${workspaceId}
    )
    select * from (
      select 'invoice' as kind, coalesce(p.milestone_name, p.job_title) as subject, p.id as subject_id,
        m.contract_id, p.created_at as since, p.amount_cents
      from countersign.pending_payments p
      left join countersign.milestones m on m.workspace_id = p.workspace_id and m.id = p.milestone_id
      where p.workspace_id = ${workspaceId}
        and not exists (select from asked where milestone_id = p.milestone_id and type = 'milestone_fund')
        and not exists (select from asked where contract_id = m.contract_id and type = 'proposal_hire')
      union all
      select 'hire', c.title, c.id, c.id, c.created_at, null
      from countersign.contracts c
      where c.workspace_id = ${workspaceId} and c.created_at >= ${since.toISOString()}::timestamptz
        and not exists (
          select from asked where type = 'proposal_hire' and (contract_id = c.id or proposal_id = c.proposal_id)
        )
      union all
      select 'handed_in', m.name, m.id, m.contract_id, m.read_at, m.amount_cents
      from countersign.milestones m
      join countersign.contracts c on c.workspace_id = m.workspace_id and c.id = m.contract_id
      where m.workspace_id = ${workspaceId} and m.phase = 'submitted' and m.gone_at is null and c.status = 'active'
        and not exists (
          select from asked where type = 'milestone_approve' and milestone_id = m.id
            and standing in ('open', 'unreadable', 'confirmed')
        )
        and not exists (
          select from asked where type = 'contract_end' and contract_id = m.contract_id
            and standing in ('open', 'unreadable')
        )
    ) hints
    order by kind, since desc nulls last, subject_id limit ${most}`);
  return rows.map(({ kind, subject, subject_id, contract_id, since, amount_cents }) => ({
    kind,
    subject,
    subjectId: subject_id,
    contractId: contract_id,
    // When the mark appeared nobody says.
    since: since === null || kind === "handed_in" ? null : new Date(since),
    amountCents: amount_cents === null ? null : Number(amount_cents),
  }));
}
