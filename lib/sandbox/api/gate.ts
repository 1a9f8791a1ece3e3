import type { Caller } from "../caller";
import type { Flag } from "../flags";
import { CLAIM_PATH } from "../guesses";
import { Refusal } from "../refusal";
import { hasScope, type Scope } from "../scopes";
import type { Transaction } from "../state/transaction";
import { findToken } from "../tokens/mint";
import { tokenState } from "../wire/token";

/** What a call needs. Any one of the scopes is enough. */
export type Gate = { scopes?: Scope[]; flag?: Flag; claim?: string };

/** First who, then whether: token, scope, flag, claim. Everything else is asked after. */
export function passGate(
  tx: Transaction,
  authorization: string | undefined,
  gate: Gate,
  origin: string,
): Caller {
  const token = findToken(tx, authorization);
  if (!token || tokenState(token, tx.now(token.accountId)) !== "active") {
    throw new Refusal("UNAUTHORIZED", "The token is missing or not valid.");
  }
  const account = tx.account(token.accountId);
  if (gate.scopes && !gate.scopes.some((scope) => hasScope(token.scopes, scope))) {
    throw new Refusal("FORBIDDEN", "The token lacks a scope this call needs.", {
      requiredScopes: gate.scopes,
      grantedScopes: token.scopes,
    });
  }
  if (gate.flag && account.flags[gate.flag] !== true) {
    throw new Refusal("FORBIDDEN", "This feature is not enabled for the account.", {
      featureKey: gate.flag,
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
