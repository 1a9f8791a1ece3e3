import type { Connected } from "@/lib/recorder/door/roster";
import { listOpenConnections } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";

const longestMs = 2_000;

/** The accounts connected here now. A database may be silent rather than gone. */
export async function readConnected(db: Db): Promise<Connected[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer from the database in time")), longestMs);
  });
  const rows = await Promise.race([listOpenConnections(db), late]).finally(() => clearTimeout(timer));
  return rows.map(({ id, workspaceId, origin, accountKey, kind }) => ({
    connectionId: id,
    workspaceId,
    origin,
    accountKey,
    kind,
  }));
}
