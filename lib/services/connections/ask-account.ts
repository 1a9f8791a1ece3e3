import { log } from "@/lib/log";
import { OpenTrainClient } from "@/lib/opentrain/client";

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

export type AskedAccount = { account: Account } | { problem: "refused" | "unreachable" };

const limits = { timeoutMs: 10_000, budgetMs: 15_000 };

/** Before anything is stored: does the token work at this origin, and may it read what we are about? */
export async function askAccount(origin: string, token: string): Promise<AskedAccount> {
  const client = new OpenTrainClient({ origin, token, fetch, now: Date.now, ...limits });
  const answer = await client.getMe();
  if (!answer.ok) {
    log.warn({ origin, why: answer.failure.why }, "the account could not be asked");
    return { problem: answer.failure.kind === "refused" ? "refused" : "unreachable" };
  }
  const { accountKey, scopes, ...rest } = answer.value;
  const canRead = scopes.some((scope) => scope === "payments:read" || scope === "payments:write");
  if (accountKey === null || !canRead) {
    log.warn({ origin, why: canRead ? "account" : "scope" }, "the token cannot be used here");
    return { problem: "refused" };
  }
  const { tokenId, tokenLabel, tokenExpiresAt } = rest;
  const name = (await organizationName(client, scopes)) ?? rest.name;
  const clockOffsetMs = answer.clockOffsetMs ?? 0;
  const account = { origin, token, accountKey, name, tokenId, tokenLabel, scopes };
  return { account: { ...account, tokenExpiresAt, clockOffsetMs } };
}

/** A nicer name than the owner's own, where the token may ask for it; never a reason to fail. */
async function organizationName(client: OpenTrainClient, scopes: string[]): Promise<string | null> {
  if (!scopes.some((scope) => scope === "team:read" || scope === "team:write")) return null;
  const answer = await client.getOrganizationName();
  return answer.ok ? answer.value : null;
}
