import type { SyncState } from "@/lib/domain/records";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { ConnectionRow } from "@/lib/store/connections/rows";

/** Without a read for so long it is behind, whatever the last round said: perhaps nobody is following. */
const staleAfterMs = 120_000;

export type ConnectionSync = {
  state: SyncState;
  lastReadAt: Date | null;
  problem: string | null;
  since: Date | null;
};

export function syncStateOf(connection: ConnectionRow, now: Date): ConnectionSync {
  const { syncState, syncProblem, syncSince, lastReadAt } = connection;
  if (connection.state === "disconnected") return { state: "off", lastReadAt, problem: null, since: null };
  // Connected, and no round has ended since: not the same as not being followed.
  if (syncState === "off") {
    const since = syncSince ?? connection.createdAt;
    const isLate = now.getTime() - since.getTime() > staleAfterMs;
    return { state: "behind", lastReadAt, problem: isLate ? "first_read_late" : "first_read", since };
  }
  const isStale =
    syncState === "ok" &&
    lastReadAt !== null &&
    connectionNow(connection, now).getTime() - lastReadAt.getTime() > staleAfterMs;
  if (isStale) return { state: "behind", lastReadAt, problem: null, since: lastReadAt };
  return { state: syncState, lastReadAt, problem: syncProblem, since: syncSince };
}
