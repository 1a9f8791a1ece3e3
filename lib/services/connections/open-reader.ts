import { inReadingOrder } from "@/lib/domain/token-order";
import type { CallBudget } from "@/lib/opentrain/call-budget";
import { type Answer, OpenTrainClient } from "@/lib/opentrain/client";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { isReadable } from "@/lib/services/connections/is-readable";
import { noteTokenAccepted, noteTokenRefused } from "@/lib/services/connections/note-token";
import { sharedBudget } from "@/lib/services/connections/shared-budget";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { type ConnectionRow, type ConnectionTokenRow, listTokens } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { unseal } from "@/lib/store/sealing";

/** The answer, and whose token it was given to. */
type ReadBy<T> = Answer<T> & { tokenId: string | null };

export type Reader = {
  /** By the token that may read most, and by the others in turn where it may not. `first`: one known to see it. */
  read<T>(
    call: (client: OpenTrainClient) => Promise<Answer<T>>,
    first?: string | null | undefined,
  ): Promise<ReadBy<T>>;
  /** How far OpenTrain's clock was ahead of ours at its last answer. */
  offsetMs(): number;
  callsMade(): number;
};

type Limits = {
  timeoutMs?: number;
  budgetMs?: number;
  /** Whose turns its calls take; the usual ones unless given. */
  budgetOf?: (db: Db, token: ConnectionTokenRow) => CallBudget;
  /** How long a look at the tokens counts, for what makes many calls a second; each call looks unless given. */
  lookEveryMs?: number;
};

/** One connection's eyes: its tokens, for its origin alone. Null when there is nothing to read with. */
export async function openReader(
  db: Db,
  connection: ConnectionRow,
  { budgetOf = sharedBudget, lookEveryMs = 0, ...limits }: Limits = {},
): Promise<Reader | null> {
  if (connection.state !== "open") return null;
  const { id, origin } = connection;
  if (!(await listTokens(db, id)).some(isReadable)) return null;
  const clients = new Map<string, OpenTrainClient>();
  let offsetMs = connection.clockOffsetMs;
  let callsMade = 0;
  let looked: { at: number; tokens: Promise<ConnectionTokenRow[]> } | null = null;

  /** A token that was taken away a moment ago is not used once more. */
  function tokensNow(): Promise<ConnectionTokenRow[]> {
    const at = performance.now();
    if (looked && at - looked.at < lookEveryMs) return looked.tokens;
    looked = { at, tokens: listTokens(db, id) };
    return looked.tokens;
  }

  function clientOf(row: ConnectionTokenRow & { sealed: Buffer }): OpenTrainClient {
    const known = clients.get(row.id);
    if (known) return known;
    const token = unseal(row.sealed, encryptionKeys());
    const client = new OpenTrainClient({
      origin,
      token,
      fetch,
      now: Date.now,
      clockOffsetMs: offsetMs,
      budget: budgetOf(db, row),
      ...limits,
    });
    clients.set(row.id, client);
    return client;
  }

  return {
    async read<T>(call: (client: OpenTrainClient) => Promise<Answer<T>>, first?: string | null) {
      const tokens = (await tokensNow()).filter(isReadable);
      const now = new Date(Date.now() + offsetMs);
      let told: ReadBy<T> | null = null;
      for (const token of inReadingOrder(tokens, { first, now })) {
        callsMade += 1;
        const answer = await call(clientOf(token));
        offsetMs = answer.clockOffsetMs ?? offsetMs;
        if (answer.ok) {
          if (token.state === "refused") {
            looked = null;
            await noteTokenAccepted(db, token, new Date());
          }
          return { ...answer, tokenId: token.id };
        }
        if (answer.failure.why === "unauthorized") {
          looked = null;
          await noteTokenRefused(db, token, "unauthorized", new Date());
        }
        if (!told || isRefusedToken(told)) told = { ...answer, tokenId: null };
        if (!mayAnotherSee(answer.failure)) break;
      }
      return told ?? { ok: false, failure: noToken, clockOffsetMs: null, tokenId: null };
    },
    offsetMs: () => offsetMs,
    callsMade: () => callsMade,
  };
}

/** What another token said of the thing itself tells more than that this one is refused. */
function isRefusedToken(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.failure.why === "unauthorized";
}

/** One token sees what its own agent asked for, another what its scopes allow. */
function mayAnotherSee({ why }: OpenTrainFailure): boolean {
  return why === "unauthorized" || why === "scope" || why === "forbidden" || why === "not_found";
}

/** The last one was taken away between two calls. */
const noToken: OpenTrainFailure = {
  kind: "refused",
  why: "unauthorized",
  status: 401,
  code: null,
  reason: null,
  requiredScopes: [],
  requestId: null,
};
