import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { type ConnectionRow, findConnection } from "@/lib/store/connections/rows";

/** With nothing connected a list is no empty list. A disconnected one stays readable. */
export async function requireConnection({ db, workspaceId }: Ctx): Promise<ConnectionRow> {
  const connection = await findConnection(db, workspaceId);
  if (!connection) throw new AppError("CONFLICT", { reason: "not_connected" });
  return connection;
}
