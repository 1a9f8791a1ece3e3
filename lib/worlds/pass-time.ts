import { sql } from "drizzle-orm";
import type { World } from "@/lib/worlds/world";

/**
 * Time goes on for both sides. OpenTrain's is told to its clock; ours is told by what is planned by our own
 * clock coming that much nearer.
 */
export async function passTime(world: World, ms: number): Promise<void> {
  const { db, sandbox, account, workspaceId } = world;
  await sandbox.door("POST", "/clock", { accountId: account.accountId, advanceMs: ms });
  const ago = sql`make_interval(secs => ${ms / 1000}::double precision)`;
  await db.execute(sql`
    update countersign.claims set next_try_at = next_try_at - ${ago} where workspace_id = ${workspaceId}`);
  await db.execute(sql`
    update countersign.connections set next_sync_at = next_sync_at - ${ago},
      contracts_read_at = contracts_read_at - ${ago}, jobs_read_at = jobs_read_at - ${ago},
      credits_read_at = credits_read_at - ${ago}
    where workspace_id = ${workspaceId}`);
}
