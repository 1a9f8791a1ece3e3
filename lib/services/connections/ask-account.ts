import { grants } from "@/lib/domain/scopes";
import { log } from "@/lib/log";
import { OpenTrainClient } from "@/lib/opentrain/client";
import type { Me } from "@/lib/opentrain/map-account";
import { tokenEnd } from "@/lib/services/connections/token-end";

/** A token and whose it is, as OpenTrain's auth/me tells. */
export type Account = {
  origin: string;
  token: string;
  accountKey: string;
  name: string | null;
  tokenId: string | null;
  tokenLabel: string | null;
  scopes: string[];
  tokenExpiresAt: Date | null;
  clockOffsetMs: number;
};

/** `scope`: it may not read approvals. `account`: it belongs to no account. `garbled`: not OpenTrain's answer. */
export type AccountProblem = "refused" | "scope" | "account" | "unreachable" | "garbled";
export type AskedAccount = { account: Account } | { problem: AccountProblem };

const limits = { timeoutMs: 10_000, budgetMs: 15_000 };

/** Before anything is stored: does the token work at this origin, and may it read what we are about? */
export async function askAccount(origin: string, token: string): Promise<AskedAccount> {
  const client = new OpenTrainClient({ origin, token, fetch, now: Date.now, ...limits });
  const answer = await client.getMe();
  if (!answer.ok) {
    // A token that was mistyped is told to whoever pasted it; the server has nothing to be warned of.
    const level = answer.failure.kind === "refused" ? "info" : "warn";
    log[level]({ origin, why: answer.failure.why }, "the account could not be asked");
    return { problem: answer.failure.kind };
  }
  const { accountKey, scopes, tokenId, tokenLabel } = answer.value;
  const problem = accountKey === null ? "account" : grants(scopes, "payments:read") ? null : "scope";
  if (accountKey === null || problem !== null) {
    log.info({ origin, why: problem }, "the token cannot be used here");
    return { problem: problem ?? "account" };
  }
  return {
    account: {
      origin,
      token,
      accountKey,
      name: await nameOf(client, answer.value),
      tokenId,
      tokenLabel,
      scopes,
      tokenExpiresAt: await tokenEnd(client, answer.value, null),
      clockOffsetMs: answer.clockOffsetMs ?? 0,
    },
  };
}

/** A nicer name than the owner's own, where the token may ask for it; never a reason to fail. */
async function nameOf(client: OpenTrainClient, { name, scopes }: Me): Promise<string | null> {
  if (!grants(scopes, "team:read")) return name;
  const answer = await client.getOrganizationName();
  return answer.ok ? answer.value : name;
}
