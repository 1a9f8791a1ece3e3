import type { Reader } from "@/lib/services/connections/open-reader";
import { type ConnectionRow, updateConnection } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";

/** The connection with OpenTrain's clock as its last answer showed it. */
export async function rememberClock(
  db: Db,
  connection: ConnectionRow,
  reader: Reader,
): Promise<ConnectionRow> {
  const clockOffsetMs = reader.offsetMs();
  if (clockOffsetMs === connection.clockOffsetMs) return connection;
  await updateConnection(db, connection.id, { clockOffsetMs });
  return { ...connection, clockOffsetMs };
}
