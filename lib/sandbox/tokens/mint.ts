import { createHash, timingSafeEqual } from "node:crypto";
import { randomText } from "../ids";
import type { Seat, Token } from "../state/shapes";
import type { Transaction } from "../state/transaction";

type Draft = { accountId: string; seat: Seat; name: string; scopes: string[]; expiresAt?: number | null };

/** The plain token exists only in this answer; the world keeps its hash. */
export function mintToken(tx: Transaction, draft: Draft): { token: Token; plain: string } {
  const id = `sandbox${randomText(12)}`;
  const secret = randomText(32);
  const token = tx.put("tokens", {
    id,
    accountId: draft.accountId,
    seat: draft.seat,
    name: draft.name,
    hash: hash(secret),
    preview: `ot_pat_${id.slice(0, 10)}****${secret.slice(-4)}`,
    scopes: draft.scopes,
    createdAt: tx.now(draft.accountId),
    expiresAt: draft.expiresAt ?? null,
    revokedAt: null,
  });
  return { token, plain: `ot_pat_${id}_${secret}` };
}

const BEARER = /^Bearer ot_pat_([a-z0-9]+)_([a-z0-9]+)$/i;

export function findToken(tx: Transaction, authorization: string | undefined): Token | undefined {
  const match = BEARER.exec(authorization ?? "");
  const token = tx.get("tokens", match?.[1] ?? "");
  if (!match || !token) return undefined;
  const given = Buffer.from(hash(match[2] ?? ""));
  return timingSafeEqual(given, Buffer.from(token.hash)) ? token : undefined;
}

function hash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
