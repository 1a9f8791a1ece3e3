import { eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/services/is-uuid";
import type { ConnectionRow, ConnectionTokenRow } from "@/lib/store/connections/rows";
import { findToken } from "@/lib/store/connections/tokens";
import type { Tx } from "@/lib/store/pool";
import { connectionTokens } from "@/lib/store/schema";

/** One that is still here; an erased one is nobody's any more. */
export async function requireToken(
  tx: Tx,
  { id }: ConnectionRow,
  tokenId: string,
): Promise<ConnectionTokenRow> {
  const token = isUuid(tokenId) ? await findToken(tx, id, eq(connectionTokens.id, tokenId)) : null;
  if (!token?.sealed) throw new AppError("NOT_FOUND");
  return token;
}
