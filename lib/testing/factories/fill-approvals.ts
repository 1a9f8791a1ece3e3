import { sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import type { MadeWorkspace } from "@/lib/testing/factories/make-workspace";

/**
 * A workspace that has been in use for years: a year of settled requests with everything known of them, and
 * those that wait, in all their variety. The same rows for the same numbers, but for the names.
 */
export async function fillApprovals(
  db: Db,
  made: MadeWorkspace,
  { settled, waiting, at }: { settled: number; waiting: number; at: Date },
): Promise<void> {
  const count = settled + waiting;
  for (let from = 1; from <= count; from += atOnce) {
    await fillPart(db, made, { settled, from, to: Math.min(count, from + atOnce - 1), at });
  }
}

/** What one statement does in its time. */
const atOnce = 10_000;

async function fillPart(
  db: Db,
  { workspaceId, connectionId }: MadeWorkspace,
  { settled, from, to, at }: { settled: number; from: number; to: number; at: Date },
): Promise<void> {
  const now = sql`${at.toISOString()}::timestamptz`;
  await db.execute(sql`
    with numbered as (
      select n, n > ${settled}::int as is_open, hashint4extended(n, 1) & 1048575 as a,
        hashint4extended(n, 2) & 1048575 as b, hashint4extended(n, 3) & 1048575 as c
      from generate_series(${from}::int, ${to}::int) n
    ), shaped as (
      select *,
        case when is_open then ${now} - make_interval(mins => (a % 4000)::int)
          else ${now} - interval '3 days' - make_interval(secs => (a::float8 / 1048576 * 31536000)) end as created,
        case when is_open then (case when b % 50 = 0 then 'unreadable' else 'open' end)
          else (array['confirmed','confirmed','confirmed','confirmed','confirmed','confirmed','declined','lapsed',
            'lapsed','superseded'])[1 + b % 10] end as standing,
        (array['proposal_hire','milestone_fund','milestone_fund','milestone_approve','milestone_approve',
          'milestone_approve','milestone_approve','contract_end'])[1 + c % 8] as type,
        case when c % 97 = 0 then null else (100 + a % 5000) * 100 end as total
      from numbered
    )
    insert into approvals (workspace_id, connection_id, id, type, status, standing, contract_id, milestone_id,
      job_id, proposal_id, approval_url, link_state, created_at, expires_at, resolved_at, settled_at, result,
      proof, seen_at, way, way_label, last_read_at, counterparty, counterparty_id, contract_title,
      milestone_name, job_title, recorded_terms, confirmed_terms, agent_name, agent_reason, token_label, money,
      money_kind, total_cents, max_total_cents)
    select ${workspaceId}::uuid, ${connectionId}::uuid, 'appr_' || lpad(n::text, 7, '0') || to_hex(c), type,
      case standing when 'confirmed' then 'confirmed' when 'declined' then 'declined' when 'open' then 'pending'
        when 'unreadable' then 'on_hold' else 'expired' end,
      standing, 'ctr_' || a % 2500, 'ms_' || n, 'job_' || a % 400, 'prop_' || a % 9000,
      'https://app.opentrain.ai/approvals/appr_' || n, 'ok', created,
      case when standing = 'unreadable' then null else created + interval '72 hours' end,
      case when standing in ('confirmed', 'declined') then created + make_interval(mins => (b % 4000)::int) end,
      case when not is_open then least(created + make_interval(mins => (b % 4000)::int),
        created + interval '72 hours') end,
      case when standing = 'confirmed' then jsonb_build_object('contractId', 'ctr_' || a % 2500,
        'milestoneId', 'ms_' || n) end,
      'recorded', created, 'recorder', 'Recorder', created, (array['Noor B.','Zoë K.','Łukasz W.','Ana P.','Jun T.',
        'José M.','Fatou D.','Priya R.'])[1 + a % 8] || ' ' || a % 900, 'usr_' || a % 900,
      'Receipts ' || a % 2500, 'Batch ' || b % 30 || ' of ' || (array['receipts','invoices','street signs',
        'cat pictures','medical notes','road scenes'])[1 + c % 6], 'Label ' || a % 400 || ' ' ||
        (array['receipts','voices','streets','notes'])[1 + c % 4],
      jsonb_build_object('name', 'Batch ' || b % 30, 'description',
        'Box every line of 600 receipts, with totals and taxes apart, and mark what cannot be read.',
        'amountCents', total, 'dueDate', '2026-12-05'),
      case when standing = 'confirmed' then jsonb_build_object('name', 'Batch ' || b % 30, 'description', null,
        'amountCents', total, 'dueDate', '2026-12-05') end,
      'Agent ' || c % 40, 'The interview went well and the rate fits the budget of this month.', 'Recorder token',
      jsonb_build_object('kind', kind, 'currency', 'usd', 'amountCents', total, 'feeCents', null,
        'initiationCents', null, 'totalCents', total, 'maxTotalCents', total * 11 / 10, 'atLeast', total is null,
        'unreadable', null, 'sources',
        jsonb_build_object('amount', 'opentrain', 'fee', null, 'initiation', null)),
      kind, total, total * 11 / 10
    from (select *, case type when 'milestone_approve' then 'release' when 'contract_end' then 'at_stake'
      else 'charge' end as kind from shaped) rows`);
}
