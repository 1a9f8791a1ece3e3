import { type ConnectionNotice, connectionNotices } from "@/lib/domain/connection-notices";
import type { CoverageFigure } from "@/lib/domain/coverage";
import { creditShortfall } from "@/lib/domain/credits";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import type { CreditsRecord, Sums, SyncState } from "@/lib/domain/records";
import { FADES_AFTER_MS } from "@/lib/domain/unanswered";
import { type BackfillRecord, backfillRecordOf } from "@/lib/services/backfill/get";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { noticedToken } from "@/lib/services/connections/noticed-token";
import { syncStateOf } from "@/lib/services/connections/sync-state-of";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { matches } from "@/lib/store/approvals/list-filter";
import { totalsOf } from "@/lib/store/approvals/totals";
import { findBackfill } from "@/lib/store/backfills/rows";
import { type ConnectionRow, findConnection, findWorkspace, listTokens } from "@/lib/store/connections/rows";
import { coverageFigure } from "@/lib/store/coverage";
import { findCredits } from "@/lib/store/credits";
import { findHints } from "@/lib/store/hints";
import type { Db } from "@/lib/store/pool";
import { summaryCounts } from "@/lib/store/summary-counts";
import { gapsWithin } from "@/lib/store/watch-gaps";

export type SummaryRecord = {
  connection: { state: "none" | "sandbox" | "real" | "disconnected"; origin: string | null };
  notices: ConnectionNotice[];
  workspace: { name: string } | null;
  waiting: Sums & { count: number; nextExpiresAt: Date | null };
  credits: CreditsRecord | null;
  shortfall: { minCents: number; maxCents: number; atLeast: boolean } | null;
  claims: number;
  /** Whether anything was ever handed over to this inbox or asked for through it, by whatever way. */
  handedOver: boolean;
  /** As many as their lists show, those that were found out since left out. */
  blocked: number;
  unanswered: number;
  quarantined: number;
  coverage: (CoverageFigure & { since: Date }) | null;
  backfill: BackfillRecord | null;
  hints: number;
  /** Times whose requests may still wait unseen, the latest first. */
  notStored: { from: Date; to: Date | null }[];
  sync: { state: SyncState; lastReadAt: Date | null; problem: string | null };
  asOf: Date;
};

/** The page's first answer: what waits, what it needs, and how fresh all of it is. */
export async function getSummary({ ctx }: { ctx: Ctx }): Promise<SummaryRecord> {
  requirePermission(ctx, "read");
  const { db, workspaceId, now } = ctx;
  const [connection, workspace] = await Promise.all([
    findConnection(db, workspaceId),
    findWorkspace(db, workspaceId),
  ]);
  const asOf = connectionNow(connection, now);
  const heardSince = new Date(asOf.getTime() - FADES_AFTER_MS);
  const [totals, counts, credits, around] = await Promise.all([
    totalsOf(db, matches({ ...NO_FILTER, workspaceId, at: asOf, isId: false })),
    summaryCounts(db, { workspaceId, at: asOf, heardSince }),
    findCredits(db, workspaceId),
    aroundOf(db, connection, asOf),
  ]);
  const { nextExpiresAt, wasEverTold, ...counted } = counts;
  return {
    connection: stateOf(connection),
    workspace: workspace && { name: workspace.name },
    waiting: { ...totals.open, count: totals.count, nextExpiresAt },
    credits,
    shortfall: credits && creditShortfall(credits.availableCents, totals.open),
    ...counted,
    handedOver: counted.claims > 0 || wasEverTold,
    ...around,
    sync: connection ? syncStateOf(connection, now) : { state: "off", lastReadAt: null, problem: null },
    asOf,
  };
}

type Around = Pick<SummaryRecord, "notices" | "coverage" | "hints" | "backfill" | "notStored">;

/** What there is only with an account. */
async function aroundOf(db: Db, connection: ConnectionRow | null, at: Date): Promise<Around> {
  if (!connection) return { notices: [], coverage: null, hints: 0, backfill: null, notStored: [] };
  const [notices, coverage, hints, backfill, notStored] = await Promise.all([
    noticesOf(db, connection, at),
    coverageSince(db, connection),
    hintsOn(db, connection),
    findBackfill(db, connection.id),
    notStoredBefore(db, connection.workspaceId, at),
  ]);
  return { notices, coverage, hints, backfill: backfill && backfillRecordOf(backfill), notStored };
}

async function noticesOf(db: Db, connection: ConnectionRow, at: Date): Promise<ConnectionNotice[]> {
  const rows = await listTokens(db, connection.id);
  return connectionNotices(connection, rows.filter(({ sealed }) => sealed !== null).map(noticedToken), at);
}

async function coverageSince(db: Db, { workspaceId, watchingSince: since }: ConnectionRow) {
  return { since, ...(await coverageFigure(db, { workspaceId, since, from: null, to: null })) };
}

async function hintsOn(db: Db, { workspaceId, watchingSince: since }: ConnectionRow): Promise<number> {
  return (await findHints(db, { workspaceId, since, most: mostHints })).length;
}

/** More are no better a reason to look. */
const mostHints = 100;

/** As long as OpenTrain keeps a request open. */
const openForMs = 72 * 3_600_000;
const mostTold = 3;

async function notStoredBefore(db: Db, workspaceId: string, at: Date) {
  const period = { workspaceId, from: new Date(at.getTime() - openForMs), to: new Date(at.getTime() + 1) };
  const gaps = await gapsWithin(db, { ...period, why: "recorder_not_stored", most: mostTold });
  return gaps.map(({ fromAt, untilAt }) => ({ from: fromAt, to: untilAt }));
}

function stateOf(connection: ConnectionRow | null): SummaryRecord["connection"] {
  if (!connection) return { state: "none", origin: null };
  const { state, kind, origin } = connection;
  return { state: state === "disconnected" ? "disconnected" : kind, origin };
}
