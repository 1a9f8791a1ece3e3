import { iso, isoOrNull } from "../clock";
import type { Token } from "../state/shapes";

type TokenState = "active" | "expired" | "revoked";

export function tokenState(token: Token, now: number): TokenState {
  if (token.revokedAt !== null) return "revoked";
  return token.expiresAt !== null && token.expiresAt <= now ? "expired" : "active";
}

export function tokenOut(token: Token, organizationId: string, now: number) {
  return {
    id: token.id,
    name: token.name,
    preview: token.preview,
    scopes: token.scopes,
    status: tokenState(token, now),
    organizationId,
    createdAt: iso(token.createdAt),
    lastUsedAt: isoOrNull(token.lastUsedAt ?? null),
    expiresAt: isoOrNull(token.expiresAt),
    revokedAt: isoOrNull(token.revokedAt),
  };
}
