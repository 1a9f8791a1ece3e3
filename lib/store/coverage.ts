import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type CoverageFigure, figureOf, REPORTED, surelySince } from "@/lib/domain/coverage";
import type { CaptureWay, Standing } from "@/lib/domain/records";
import { isOnTheWay } from "@/lib/store/backfills/items";
import type { Db } from "@/lib/store/pool";
import { type ApprovalRow, approvals, type GapWhy } from "@/lib/store/schema";

export type CoverageWindow = { workspaceId: string; since: Date; from: Date | null; to: Date | null };

export type AgentFigure = CoverageFigure & { name: string | null };
export type MissRow = {
  id: string;
  type: string | null;
  standing: Standing;
  way: CaptureWay;
  agentName: string | null;
  createdAt: Date;
  endedAt: Date;
  /** Null for one that no token could see; when it was asked is not known then, and its end stands for it. */
  seenAt: Date | null;
  isUnseen: boolean;
  toldAt: Date | null;
  recordedAt: Date | null;
  wasAnswerLost: boolean;
  gapWhy: GapWhy | null;
  /** What it was about; null for one that no token could see. */
  about: MissAbout | null;
};
export type MissAbout = Pick<
  ApprovalRow,
  | "counterparty"
  | "contractTitle"
  | "milestoneName"
  | "jobTitle"
  | "recordedTerms"
  | "toldTerms"
  | "confirmedTerms"
  | "money"
>;

/** What keeps an agent's asking from being listed; a feed that is away only delays what is known otherwise. */
const blinding: GapWhy[] = ["recorder_not_stored", "database_away", "disconnected"];

/** The rule is the domain's isCounted and wasSeenFirst, word for word. */
function counted({ workspaceId, since, from, to }: CoverageWindow): SQL {
  const ended = sql`coalesce(least(resolved_at, expires_at), settled_at)`;
  return sql`
    select id, type, standing, way, agent_name, created_at, seen_at, ${ended} as ended_at,
      seen_at < ${ended} as is_first, false as is_unseen
    from countersign.approvals
    where workspace_id = ${workspaceId} and standing in ${[...REPORTED]} and way <> 'backfill'
      and created_at >= ${since.toISOString()}::timestamptz and ${ended} is not null
      ${from ? sql`and ${ended} >= ${from.toISOString()}::timestamptz` : sql``}
      ${to ? sql`and ${ended} < ${to.toISOString()}::timestamptz` : sql``}
    union all
    select approval_id, null, case status when 'expired' then 'lapsed' else coalesce(status, 'unreadable') end,
      'feed', null, settled_at, null, settled_at, false, true
    from countersign.unseen
    where ${stillUnseen(workspaceId)}
      and settled_at >= ${surelySince(since).toISOString()}::timestamptz
      ${from ? sql`and settled_at >= ${from.toISOString()}::timestamptz` : sql``}
      ${to ? sql`and settled_at < ${to.toISOString()}::timestamptz` : sql``}`;
}

/** One that a token can read by now counts as what it is, and one that nobody tried to read yet not at all. */
function stillUnseen(workspaceId: string): SQL {
  return sql`workspace_id = ${workspaceId} and not exists (
    select from countersign.approvals known
    where known.workspace_id = unseen.workspace_id and known.id = unseen.approval_id)
    and not ${isOnTheWay}`;
}

/** Settled unseen so early that they may have been asked before: in no figure, and named beside it. */
export async function countMaybeEarlier(
  db: Db,
  { workspaceId, since, from, to }: CoverageWindow,
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from countersign.unseen
    where ${stillUnseen(workspaceId)}
      and settled_at >= ${since.toISOString()}::timestamptz
      and settled_at < ${surelySince(since).toISOString()}::timestamptz
      ${from ? sql`and settled_at >= ${from.toISOString()}::timestamptz` : sql``}
      ${to ? sql`and settled_at < ${to.toISOString()}::timestamptz` : sql``}`);
  return rows[0]?.count ?? 0;
}

export async function coverageFigure(db: Db, window: CoverageWindow): Promise<CoverageFigure> {
  const { rows } = await db.execute<{ settled: number; first: number }>(sql`
    select count(*)::int as settled, count(*) filter (where is_first)::int as first
    from (${counted(window)}) counted`);
  return figureOf(rows[0]?.settled ?? 0, rows[0]?.first ?? 0);
}

/** By the name an agent gave itself, which is its claim; null for those that gave none. */
export async function coverageByAgent(db: Db, window: CoverageWindow): Promise<AgentFigure[]> {
  const { rows } = await db.execute<{ name: string | null; settled: number; first: number }>(sql`
    select agent_name as name, count(*)::int as settled, count(*) filter (where is_first)::int as first
    from (${counted(window)}) counted
    group by agent_name order by count(*) desc, agent_name nulls last`);
  return rows.map(({ name, settled, first }) => ({ name, ...figureOf(settled, first) }));
}

/** The latest misses, each with what tells why. */
export async function coverageMisses(db: Db, window: CoverageWindow, most: number): Promise<MissRow[]> {
  const { rows } = await db.execute<{
    id: string;
    type: string | null;
    standing: Standing;
    way: CaptureWay;
    agent_name: string | null;
    created_at: string;
    ended_at: string;
    seen_at: string | null;
    is_unseen: boolean;
    told_at: string | null;
    recorded_at: string | null;
    was_answer_lost: boolean | null;
    gap_why: GapWhy | null;
  }>(sql`
    select missed.*, told.told_at, asked.recorded_at, asked.was_answer_lost,
      (select why from countersign.watch_gaps
        where workspace_id = ${window.workspaceId} and why in ${blinding}
          and from_at <= missed.created_at and (until_at is null or until_at > missed.created_at)
        order by from_at limit 1) as gap_why
    from (select * from (${counted(window)}) counted where not is_first
      order by ended_at desc, id desc limit ${most}) missed
    left join lateral (
      select min(at) as told_at
      from countersign.events
      where workspace_id = ${window.workspaceId} and subject_kind = 'approval' and subject_id = missed.id
        and kind in ('told', 'told_again')
    ) told on true
    left join (
      select approval_id, min(asked_at) as recorded_at, bool_and(unknown_since is not null) as was_answer_lost
      from countersign.asks where workspace_id = ${window.workspaceId} group by approval_id
    ) asked on asked.approval_id = missed.id
    order by missed.ended_at desc, missed.id desc`);
  const about = await aboutOf(db, window.workspaceId, rows);
  return rows.map((row) => ({
    id: row.id,
    about: row.is_unseen ? null : (about.get(row.id) ?? null),
    type: row.type,
    standing: row.standing,
    way: row.way,
    agentName: row.agent_name,
    createdAt: new Date(row.created_at),
    endedAt: new Date(row.ended_at),
    seenAt: row.seen_at === null ? null : new Date(row.seen_at),
    isUnseen: row.is_unseen,
    toldAt: row.told_at === null ? null : new Date(row.told_at),
    recordedAt: row.recorded_at === null ? null : new Date(row.recorded_at),
    wasAnswerLost: row.was_answer_lost === true,
    gapWhy: row.gap_why,
  }));
}

async function aboutOf(
  db: Db,
  workspaceId: string,
  missed: { id: string }[],
): Promise<Map<string, MissAbout>> {
  const ids = missed.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { counterparty, contractTitle, milestoneName, jobTitle, money } = approvals;
  const { recordedTerms, toldTerms, confirmedTerms } = approvals;
  const names = { counterparty, contractTitle, milestoneName, jobTitle };
  const rows = await db
    .select({ id: approvals.id, ...names, recordedTerms, toldTerms, confirmedTerms, money })
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), inArray(approvals.id, ids)));
  return new Map(rows.map(({ id, ...about }) => [id, about]));
}
