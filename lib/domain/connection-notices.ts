import { grants } from "./scopes";

/** How long before its end a token is worth a word. */
export const WARN_BEFORE_MS = 14 * 24 * 60 * 60_000;

/** Without these something is missing on a page; the others only make it quicker or nicer. */
const EXPECTED_SCOPES = ["payments:read", "proposals:read", "jobs:read"] as const;

export type TokenStanding = "active" | "expires_soon" | "expired" | "refused";

export type NoticedToken = {
  id: string;
  /** What a person calls it, else OpenTrain's own label; empty when it has none. */
  label: string;
  scopes: readonly string[];
  state: "active" | "refused";
  stateSince: Date | null;
  expiresAt: Date | null;
};

/** What is to be known about the connection on every page; `isOnly` when nothing else reads in its place. */
export type ConnectionNotice =
  | { kind: "disconnected"; since: Date | null }
  | { kind: "no_token" }
  | { kind: "token_expired" | "token_refused"; label: string; since: Date | null; isOnly: boolean }
  | { kind: "scope_missing"; scope: string }
  | { kind: "token_expires"; label: string; at: Date };

/** By the connection's clock. One that OpenTrain refuses after its end has expired. */
export function tokenStanding(token: Pick<NoticedToken, "state" | "expiresAt">, now: Date): TokenStanding {
  const leftMs =
    token.expiresAt === null ? Number.POSITIVE_INFINITY : token.expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return "expired";
  if (token.state === "refused") return "refused";
  return leftMs <= WARN_BEFORE_MS ? "expires_soon" : "active";
}

/** The worst first. */
export function connectionNotices(
  connection: { state: "open" | "disconnected"; disconnectedAt: Date | null },
  tokens: readonly NoticedToken[],
  now: Date,
): ConnectionNotice[] {
  if (connection.state === "disconnected")
    return [{ kind: "disconnected", since: connection.disconnectedAt }];
  // As after a restore without the keys: connected, and nothing to read with.
  if (tokens.length === 0) return [{ kind: "no_token" }];
  const standing = tokens.map((token) => ({ token, is: tokenStanding(token, now) }));
  const inUse = standing.filter(({ is }) => is === "active" || is === "expires_soon");
  const isOnly = inUse.length === 0;
  const lost = standing.flatMap(({ token, is }): ConnectionNotice[] => {
    if (is === "expired")
      return [{ kind: "token_expired", label: token.label, since: token.expiresAt, isOnly }];
    if (is === "refused")
      return [{ kind: "token_refused", label: token.label, since: token.stateSince, isOnly }];
    return [];
  });
  const ending = inUse.flatMap(({ token, is }): ConnectionNotice[] =>
    is === "expires_soon" && token.expiresAt
      ? [{ kind: "token_expires", label: token.label, at: token.expiresAt }]
      : [],
  );
  // A token that reads nothing any more has no scopes to speak of: that it is refused is the news.
  const missing = isOnly
    ? []
    : EXPECTED_SCOPES.filter((scope) => !inUse.some(({ token }) => grants(token.scopes, scope)));
  const scopes = missing.map((scope): ConnectionNotice => ({ kind: "scope_missing", scope }));
  return missing.includes("payments:read")
    ? [...scopes, ...lost, ...ending]
    : [...lost, ...ending, ...scopes];
}
