import { MAX_ACTIVE_TOKENS } from "../guesses";
import { Refusal } from "../refusal";
import { hasScope, isScope } from "../scopes";
import type { Transaction } from "../state/transaction";
import { mintToken } from "../tokens/mint";
import { parseWantedToken } from "../tokens/parse-wanted";
import { tokenOut, tokenState } from "../wire/token";
import { type Answer, ok } from "./answer";
import { newestFirst } from "./paging";
import type { ApiCall, Route } from "./route";

/** No scope, no flag, no claim: a token may always look after tokens, within what it has itself. */
export const tokenRoutes: Route[] = [
  {
    method: "GET",
    path: "/tokens",
    gate: {},
    run: (tx, { caller: { account } }) => {
      const now = tx.now(account.id);
      const tokens = newestFirst(tx.of("tokens", account.id));
      return ok({ tokens: tokens.map((token) => tokenOut(token, account.organizationId, now)) });
    },
  },
  { method: "POST", path: "/tokens", gate: {}, run: createToken },
  { method: "DELETE", path: "/tokens/:id", gate: {}, run: revokeToken },
];

function createToken(tx: Transaction, { caller: { account, token }, body }: ApiCall): Answer {
  const now = tx.now(account.id);
  const wanted = parseWantedToken(body(), { scopes: token.scopes, now });
  const missing = wanted.scopes.filter((scope) => isScope(scope) && !hasScope(token.scopes, scope));
  if (missing.length > 0) {
    throw new Refusal("FORBIDDEN", "A token cannot give more than it has.", { requiredScopes: missing });
  }
  const active = tx.of("tokens", account.id).filter((one) => tokenState(one, now) === "active");
  if (active.length >= MAX_ACTIVE_TOKENS) {
    throw new Refusal("CONFLICT", "The account has as many active tokens as it may have.", {
      limit: MAX_ACTIVE_TOKENS,
    });
  }
  const minted = mintToken(tx, { accountId: account.id, seat: token.seat, ...wanted });
  const metadata = tokenOut(minted.token, account.organizationId, now);
  return { status: 201, body: { token: minted.plain, tokenType: "bearer", metadata } };
}

function revokeToken(tx: Transaction, { caller: { account }, id }: ApiCall): Answer {
  const token = tx.get("tokens", id);
  if (!token || token.accountId !== account.id) {
    throw new Refusal("NOT_FOUND", "No such token.", { tokenId: id });
  }
  const now = tx.now(account.id);
  const revoked = tx.put("tokens", { ...token, revokedAt: token.revokedAt ?? now });
  return ok({ token: tokenOut(revoked, account.organizationId, now) });
}
