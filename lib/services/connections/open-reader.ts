import { type Answer, OpenTrainClient } from "@/lib/opentrain/client";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { type ConnectionRow, type ConnectionTokenRow, listTokens } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { unseal } from "@/lib/store/sealing";

export type Reader = {
  read<T>(call: (client: OpenTrainClient) => Promise<Answer<T>>): Promise<Answer<T>>;
  /** How far OpenTrain's clock was ahead of ours at its last answer. */
  offsetMs(): number;
  callsMade(): number;
};

/** One connection's eyes: its token, for its origin alone. Null when there is nothing to read with. */
export async function openReader(
  db: Db,
  connection: ConnectionRow,
  limits: { timeoutMs?: number; budgetMs?: number } = {},
): Promise<Reader | null> {
  if (connection.state !== "open") return null;
  const token = usableToken(await listTokens(db, connection.id));
  if (!token?.sealed) return null;
  const client = new OpenTrainClient({
    origin: connection.origin,
    token: unseal(token.sealed, encryptionKeys()),
    fetch,
    now: Date.now,
    clockOffsetMs: connection.clockOffsetMs,
    ...limits,
  });
  let offsetMs = connection.clockOffsetMs;
  let callsMade = 0;
  return {
    async read(call) {
      callsMade += 1;
      const answer = await call(client);
      offsetMs = answer.clockOffsetMs ?? offsetMs;
      return answer;
    },
    offsetMs: () => offsetMs,
    callsMade: () => callsMade,
  };
}

/** A refused one is tried again: what was refused may be allowed again without anybody telling us. */
function usableToken(tokens: ConnectionTokenRow[]): ConnectionTokenRow | undefined {
  const sealed = tokens.filter((token) => token.sealed !== null && token.state !== "revoked");
  return sealed.find((token) => token.state === "active") ?? sealed[0];
}
