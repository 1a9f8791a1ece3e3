import type { Caller } from "../caller";
import { type Flag, TEAMS } from "../flags";
import { CLAIM_PATH, LAST_USED_STEP_MS, ROLLOUT_MODE_OFF } from "../guesses";
import { Refusal } from "../refusal";
import { hasScope, type Scope } from "../scopes";
import type { Account, Token } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { findToken } from "../tokens/mint";
import { tokenState } from "../wire/token";

/** What a call needs. Any one of the scopes is enough. */
export type Gate = {
  scopes?: Scope[];
  flag?: Flag;
  /** The organization must have teams at all, whatever its flags say. */
  teams?: true;
  claim?: string;
  /** Documented for single pages only: what the token has, and the mode of a flag. */
  tells?: ("grantedScopes" | "mode")[];
};

/** First who, then whether: token, scope, flag, claim. Everything else is asked after. */
export function passGate(
  tx: Transaction,
  authorization: string | undefined,
  gate: Gate,
  origin: string,
): Caller {
  const token = acceptToken(tx, authorization);
  const account = tx.account(token.accountId);
  mustHaveScope(token, gate);
  mustHaveFlag(account, gate);
  if (gate.teams && account.flags[TEAMS] === false) {
    throw new Refusal("FORBIDDEN", "Teams are not enabled for this organization.", {
      reason: "teams_not_enabled",
    });
  }
  if (gate.claim && !account.claimed) {
    throw new Refusal("FORBIDDEN", "A human has to claim this account first.", {
      reason: "account_claim_required",
      action: gate.claim,
      claimUrl: `${origin}${CLAIM_PATH}`,
    });
  }
  return { account, token, origin };
}

function acceptToken(tx: Transaction, authorization: string | undefined): Token {
  const token = findToken(tx, authorization);
  const now = token ? tx.now(token.accountId) : 0;
  if (!token || tokenState(token, now) !== "active") {
    throw new Refusal("UNAUTHORIZED", "The token is missing or not valid.");
  }
  if (token.lastUsedAt !== undefined && Math.abs(now - token.lastUsedAt) < LAST_USED_STEP_MS) return token;
  return tx.put("tokens", { ...token, lastUsedAt: now });
}

function mustHaveScope(token: Token, { scopes, tells }: Gate): void {
  if (!scopes || scopes.some((scope) => hasScope(token.scopes, scope))) return;
  throw new Refusal("FORBIDDEN", "The token lacks a scope this call needs.", {
    requiredScopes: scopes,
    ...(tells?.includes("grantedScopes") ? { grantedScopes: token.scopes } : {}),
  });
}

function mustHaveFlag(account: Account, { flag, tells }: Gate): void {
  if (!flag || account.flags[flag] === true) return;
  throw new Refusal("FORBIDDEN", "This feature is not enabled for the account.", {
    featureKey: flag,
    ...(tells?.includes("mode") ? { mode: ROLLOUT_MODE_OFF } : {}),
  });
}
