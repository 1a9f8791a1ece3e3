import { connectionNow } from "@/lib/services/connections/connection-now";
import { syncStateOf } from "@/lib/services/connections/sync-state-of";
import { countNoted } from "@/lib/store/asks/noted";
import { type ConnectionRow, findConnection } from "@/lib/store/connections/rows";
import { mayChangeEvents } from "@/lib/store/events";
import { lastBeat } from "@/lib/store/heartbeats";
import type { Db } from "@/lib/store/pool";
import { readSetting } from "@/lib/store/settings";

const workerLateMs = 15_000;
const workerDownMs = 60_000;
/** Settled within moments; after a minute anybody tries, and after that something is wrong. */
const unsettledAfterMs = 2 * 60_000;

export type HealthRecord = {
  worker: "ok" | "late" | "down";
  upstream: "ok" | "unreachable" | "refused" | "unknown";
  syncAgeMs: number | null;
  /** Requests whose answer is stored and that are not listed for long. */
  unsettled: number;
  sandbox: boolean;
  history: "append_only" | "changeable";
};

/** How the second process and the first owner's connection do; throws when the database is away. */
export async function getHealth({ db, now }: { db: Db; now: Date }): Promise<HealthRecord> {
  const beat = await lastBeat(db, "worker");
  const home = await readSetting(db, "home_workspace");
  const connection = home === null ? null : await findConnection(db, home);
  return {
    worker: workerOf(beat, now),
    upstream: connection ? upstreamOf(connection, now) : "unknown",
    syncAgeMs: connection ? ageOf(connection, now) : null,
    unsettled: await countNoted(db, new Date(now.getTime() - unsettledAfterMs)),
    sandbox: connection?.kind === "sandbox" && connection.state === "open",
    history: (await mayChangeEvents(db)) ? "changeable" : "append_only",
  };
}

function workerOf(beat: Date | null, now: Date): HealthRecord["worker"] {
  const age = beat === null ? Number.POSITIVE_INFINITY : now.getTime() - beat.getTime();
  if (age > workerDownMs) return "down";
  return age > workerLateMs ? "late" : "ok";
}

function upstreamOf(connection: ConnectionRow, now: Date): HealthRecord["upstream"] {
  const { state } = syncStateOf(connection, now);
  if (state === "refused" || state === "unreachable") return state;
  return state === "off" ? "unknown" : "ok";
}

function ageOf(connection: ConnectionRow, now: Date): number | null {
  if (!connection.lastReadAt) return null;
  return Math.max(0, connectionNow(connection, now).getTime() - connection.lastReadAt.getTime());
}
