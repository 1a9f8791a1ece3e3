import { sweepAccount } from "../approvals/expire-due";
import { iso } from "../clock";
import type { Transaction } from "../state/transaction";
import { badField } from "./errors";
import { findAccount } from "./find-account";
import { optionalInteger, readFields } from "./read-fields";

const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60 * 1000;

/** Time only moves on: an account that went back would contradict what it has already said. */
export function advanceClock(tx: Transaction, body: unknown) {
  const fields = readFields(body, ["accountId", "advanceMs"]);
  const account = findAccount(tx, fields.accountId);
  const advanceMs = optionalInteger(fields, "advanceMs", 0, TEN_YEARS_MS);
  if (advanceMs === undefined) throw badField("advanceMs");
  tx.put("accounts", { ...account, clockOffsetMs: account.clockOffsetMs + advanceMs });
  sweepAccount(tx, account.id);
  return { now: iso(tx.now(account.id)) };
}
