import { DEFAULT_GUESSES, type Guesses } from "../guesses";
import type { Transaction } from "../state/transaction";
import { badField, notYet } from "./errors";
import { findAccount } from "./find-account";
import { optionalBoolean, optionalChoice, optionalString, readFields } from "./read-fields";

const LATER = ["confirmWithoutTrace", "oddIds"];

/** Without an account: for all there are and all to come. */
export function setGuesses(tx: Transaction, body: unknown) {
  const fields = readFields(body, ["accountId", ...Object.keys(DEFAULT_GUESSES), ...LATER]);
  if (LATER.some((key) => fields[key] !== undefined)) throw notYet("This switch");
  const releasedSpelling = optionalString(fields, "releasedSpelling");
  if (releasedSpelling === "") throw badField("releasedSpelling");
  const change = defined({
    supersededAs: optionalChoice(fields, "supersededAs", ["expired", "declined"] as const),
    supersededEvent: optionalBoolean(fields, "supersededEvent"),
    expiry: optionalChoice(fields, "expiry", ["read", "sweep"] as const),
    repeatStatus: optionalChoice(fields, "repeatStatus", [202, 200] as const),
    fundFeePercent: optionalChoice(fields, "fundFeePercent", [0, 10] as const),
    releasedSpelling,
    handInFlag: optionalBoolean(fields, "handInFlag"),
  });
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

function defined(given: { [K in keyof Guesses]: Guesses[K] | undefined }): Partial<Guesses> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
