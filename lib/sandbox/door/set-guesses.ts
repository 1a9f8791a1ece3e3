import type { Transaction } from "../state/transaction";
import { findAccount } from "./find-account";
import { readFields } from "./read-fields";
import { GUESS_NAMES, readGuesses } from "./read-guesses";

/** Without an account: for all there are and all to come. */
export function setGuesses(tx: Transaction, body: unknown) {
  const fields = readFields(body, ["accountId", ...GUESS_NAMES]);
  const change = readGuesses(fields);
  if (fields.accountId !== undefined) {
    const account = findAccount(tx, fields.accountId);
    return {
      guesses: tx.put("accounts", { ...account, guesses: { ...account.guesses, ...change } }).guesses,
    };
  }
  const meta = tx.meta();
  for (const account of [...tx.world.accounts.all()]) {
    tx.put("accounts", { ...account, guesses: { ...account.guesses, ...change } });
  }
  return { guesses: tx.put("meta", { ...meta, guesses: { ...meta.guesses, ...change } }).guesses };
}
