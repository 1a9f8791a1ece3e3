import { AppError } from "@/lib/errors";
import { findConnection, listTokens } from "@/lib/store/connections/rows";
import type { Tx } from "@/lib/store/pool";

/** As many as one account of OpenTrain's may have. */
const mostTokens = 25;

/** A read that nobody may see is asked once with each of them. */
export async function requireRoom(tx: Tx, workspaceId: string): Promise<void> {
  const connection = await findConnection(tx, workspaceId);
  const tokens = connection ? await listTokens(tx, connection.id) : [];
  if (tokens.filter(({ sealed }) => sealed !== null).length < mostTokens) return;
  throw new AppError("CONFLICT", { reason: "too_many_tokens", details: { most: mostTokens } });
}
