import type { CoverageFigure } from "@/lib/domain/coverage";
import { type MissWhy, missWhyOf } from "@/lib/domain/coverage-miss";
import type { Hint } from "@/lib/domain/hints";
import type { Standing } from "@/lib/domain/records";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import {
  type AgentFigure,
  countMaybeEarlier,
  coverageByAgent,
  coverageFigure,
  coverageMisses,
  type MissAbout,
  type MissRow,
} from "@/lib/store/coverage";
import { findHints } from "@/lib/store/hints";
import type { GapWhy } from "@/lib/store/schema";
import { gapsWithin } from "@/lib/store/watch-gaps";

export type Miss = {
  id: string;
  type: string | null;
  outcome: Standing;
  agentName: string | null;
  createdAt: Date;
  endedAt: Date;
  /** Null for one that no token could see. */
  seenAt: Date | null;
  why: MissWhy;
  about: MissAbout | null;
};

export type CoverageRecord = CoverageFigure & {
  since: Date;
  from: Date;
  to: Date;
  agents: AgentFigure[];
  /** Reported soon after capture began and visible to no token: not counted, since they may be older. */
  maybeEarlier: number;
  misses: Miss[];
  /** An open one goes on until now. */
  gaps: { from: Date; to: Date; isOpen: boolean; why: GapWhy }[];
  hints: Hint[];
};

/** Further ones are in the figure; the period narrows them down. */
const mostNamed = 500;

/** How much was on screen in time, and each that was not, of the period; without one, of all since capture began. */
export async function getCoverage({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { from: Date | null; to: Date | null };
}): Promise<CoverageRecord> {
  requirePermission(ctx, "read");
  const { db, workspaceId, now } = ctx;
  const connection = await requireConnection(ctx);
  const { watchingSince: since } = connection;
  const asOf = connectionNow(connection, now);
  const window = { workspaceId, since, from: input.from, to: input.to };
  const from = input.from ?? since;
  const to = input.to ?? asOf;
  const gaps = await gapsWithin(db, { workspaceId, from, to, most: mostNamed });
  return {
    since,
    from,
    to,
    ...(await coverageFigure(db, window)),
    agents: await coverageByAgent(db, window),
    maybeEarlier: await countMaybeEarlier(db, window),
    misses: (await coverageMisses(db, window, mostNamed)).map(missOf),
    gaps: gaps.map(({ fromAt, untilAt, why }) => ({
      from: fromAt,
      to: untilAt ?? new Date(Math.max(asOf.getTime(), fromAt.getTime())),
      isOpen: untilAt === null,
      why,
    })),
    hints: await findHints(db, { workspaceId, since, most: mostNamed }),
  };
}

function missOf(row: MissRow): Miss {
  const { id, type, agentName, createdAt, endedAt, seenAt, about } = row;
  const why = missWhyOf({ ...row, wasBlind: row.gapWhy !== null });
  return { id, type, outcome: row.standing, agentName, createdAt, endedAt, seenAt, why, about };
}
