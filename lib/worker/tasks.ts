import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { readApproval } from "@/lib/services/approvals/read";
import { proveClaim } from "@/lib/services/claims/prove";
import { keepWebhook } from "@/lib/services/webhooks/keep";
import { sweepPlaces } from "@/lib/store/approvals/sweep-places";
import { sweepBudgets } from "@/lib/store/call-budgets";
import { sweepChanges } from "@/lib/store/changes/sweep";
import { sweepBeats } from "@/lib/store/heartbeats";
import { whileHolding } from "@/lib/store/hold-lease";
import { addJob, backfillJobKey, syncJobKey, webhookJobKey, workerBeat } from "@/lib/store/jobs";
import type { Db } from "@/lib/store/pool";
import { hasUnsealed, sealEvents } from "@/lib/store/seals/seal-events";
import { sweepAttempts } from "@/lib/store/throttle";
import { sweepDeliveries } from "@/lib/store/webhooks";
import { backfill } from "@/lib/sync/backfill/run";
import { syncConnection } from "@/lib/sync/sync-connection";

const about = z.object({ workspaceId: z.uuid(), id: z.string() });
const onConnection = z.object({ connectionId: z.uuid() });

const catchUpInMs = 250;
const takeOverSpareMs = 50;
/** Registrations of agents are counted by the day. */
const attemptsKeptMs = 25 * 60 * 60_000;
/** How long a page may have been away and still be told what it missed, instead of reading all anew. */
const changesKeptMs = 60 * 60_000;
/** OpenTrain tries a delivery for less than three hours. */
const deliveriesKeptMs = 24 * 60 * 60_000;

/** What the worker can be asked to do; every one of them can be done twice. */
export function tasksOn(db: Db): TaskList {
  return {
    async sync_connection(payload) {
      const { connectionId } = onConnection.parse(payload);
      const key = syncJobKey(connectionId);
      const again = (inMs: number) => addJob(db, "sync_connection", { connectionId }, { key, inMs });
      const held = await whileHolding(db, key, (lease) => syncConnection({ db, connectionId, lease }));
      // Whoever has it is told that we came; should it be dead, we are here when its time is up.
      if (!held.did) await again(held.freeInMs + takeOverSpareMs);
      else if (held.value === "behind") await again(catchUpInMs);
      else if (held.isWanted) await again(0);
    },
    async keep_webhook(payload) {
      const { connectionId } = onConnection.parse(payload);
      await whileHolding(db, webhookJobKey(connectionId), () =>
        keepWebhook({ db, connectionId, now: new Date() }),
      );
    },
    async backfill(payload) {
      const { connectionId } = onConnection.parse(payload);
      const { againInMs } = await backfill({ db, connectionId });
      if (againInMs === null) return;
      await addJob(db, "backfill", { connectionId }, { key: backfillJobKey(connectionId), inMs: againInMs });
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
      await sweepBeats(db, workerBeat(""), before);
      await sweepPlaces(db, new Date());
      await sweepDeliveries(db, new Date(Date.now() - deliveriesKeptMs));
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
