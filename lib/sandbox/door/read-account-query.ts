import type { Transaction } from "../state/transaction";
import { badField } from "./errors";
import { findAccount } from "./find-account";

/** The one parameter these calls take, at most once. */
export function readAccountQuery(tx: Transaction, queries: Record<string, string[]>): string | undefined {
  for (const [name, values] of Object.entries(queries)) {
    if (name !== "accountId" || values.length > 1) throw badField(name);
  }
  const [accountId] = queries.accountId ?? [];
  return accountId === undefined ? undefined : findAccount(tx, accountId).id;
}
