import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";
import { backfill } from "@/lib/sync/backfill/run";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

/** All of an account's history in one stretch, in a workspace made for it, without a budget of calls. */
export async function readThePast(
  db: Db,
  account: { origin: string; token: string },
): Promise<{ ms: number; events: number; approvals: number; calls: number }> {
  let calls = 0;
  const countOnly = () => ({
    take: () => {
      calls += 1;
      return Promise.resolve(0);
    },
    rest: () => Promise.resolve(),
  });
  const { connectionId, workspaceId } = await makeWorkspace(db, account);
  await db.execute(sql`
    insert into backfills (connection_id, workspace_id, run, state, started_at)
    values (${connectionId}, ${workspaceId}, gen_random_uuid(), 'running', now())`);
  const began = performance.now();
  while ((await backfill({ db, connectionId, budgetOf: countOnly, stretchMs: 600_000 })).againInMs !== null);
  const ms = performance.now() - began;
  const [row] = await db.query.backfills.findMany({
    where: (backfills, { eq: is }) => is(backfills.connectionId, connectionId),
  });
  const stored = await db.$count(approvals, eq(approvals.workspaceId, workspaceId));
  if (row?.state !== "finished" || row.read !== stored) throw new Error("it did not come to its end");
  return { ms, events: row.eventsRead, approvals: stored, calls };
}
