import { DEFAULT_GUESSES } from "./guesses";
import { makeWorld } from "./scenarios/make-world";
import type { Seat } from "./state/shapes";
import type { Store } from "./state/store";

export type StartAccount = { accountId: string; tokens: Record<Seat, string> };

/** Made once; every later start finds the same one with the same tokens. */
export function ensureStartAccount(store: Store): Promise<StartAccount> {
  return store.transact((tx) => {
    const meta = tx.meta();
    if (meta.startAccountId !== null && meta.startTokens !== null) {
      return { accountId: meta.startAccountId, tokens: meta.startTokens };
    }
    const made = makeWorld(tx, {
      scenario: "demo",
      claimed: true,
      card: true,
      creditsCents: undefined,
      flags: {},
      scopes: {},
      guesses: { ...DEFAULT_GUESSES, ...meta.guesses },
    });
    const start = { startAccountId: made.account.id, startTokens: made.tokens };
    tx.put("meta", { ...tx.meta(), ...start });
    return { accountId: made.account.id, tokens: made.tokens };
  });
}
