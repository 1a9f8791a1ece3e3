import type { TaskList } from "graphile-worker";
import type { Pool } from "pg";
import { z } from "zod";
import { readApproval } from "@/lib/services/approvals/read";
import { proveClaim } from "@/lib/services/claims/prove";
import { sweepBudgets } from "@/lib/store/call-budgets";
import { sweepChanges } from "@/lib/store/changes/sweep";
import { whileHolding } from "@/lib/store/hold-lock";
import { addJob, syncJobKey } from "@/lib/store/jobs";
import type { Db } from "@/lib/store/pool";
import { hasUnsealed, sealEvents } from "@/lib/store/seals/seal-events";
import { sweepAttempts } from "@/lib/store/throttle";
import { syncConnection } from "@/lib/sync/sync-connection";

const about = z.object({ workspaceId: z.uuid(), id: z.string() });
const onConnection = z.object({ connectionId: z.uuid() });

const catchUpInMs = 250;
const attemptsKeptMs = 60 * 60_000;
/** How long a page may have been away and still be told what it missed, instead of reading all anew. */
const changesKeptMs = 60 * 60_000;

/** What the worker can be asked to do; every one of them can be done twice. */
export function tasksOn(db: Db, pool: Pool): TaskList {
  return {
    async sync_connection(payload) {
      const { connectionId } = onConnection.parse(payload);
      const key = syncJobKey(connectionId);
      const outcome = await whileHolding(pool, key, () => syncConnection({ db, connectionId }));
      if (outcome === "behind") {
        await addJob(db, "sync_connection", { connectionId }, { key, inMs: catchUpInMs });
      }
    },
    async read_approval(payload) {
      await readApproval({ db, ...about.parse(payload), now: new Date() });
    },
    async prove_claim(payload) {
      await proveClaim({ db, ...about.parse(payload), now: new Date() });
    },
    async sweep() {
      const before = new Date(Date.now() - attemptsKeptMs);
      await sweepAttempts(db, before);
      await sweepBudgets(db, before);
      await sweepChanges(db, new Date(Date.now() - changesKeptMs));
    },
    async seal_events() {
      // A backlog is worked off in steps, so that a stop waits for one of them at most.
      if ((await sealEvents(db)) > 0) await askToSeal(db);
    },
  };
}

/** Only when there is something: an inbox at rest writes nothing. */
export async function askToSeal(db: Db): Promise<void> {
  if (await hasUnsealed(db)) await addJob(db, "seal_events", {}, { key: "seal events" });
}
