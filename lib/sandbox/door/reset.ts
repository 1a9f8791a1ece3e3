import { NO_BOOKS } from "../scenarios/make-account";
import type { TableName } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { findAccount } from "./find-account";
import { readFields } from "./read-fields";

const CONTENT: TableName[] = [
  "jobs",
  "proposals",
  "contracts",
  "milestones",
  "approvals",
  "invoices",
  "ledger",
  "topUps",
  "events",
  "webhooks",
  "deliveries",
  "agent",
];

/** One account keeps its tokens and its clock; a reset of the world keeps only the event counter. */
export function reset(tx: Transaction, body: unknown): string | undefined {
  const fields = readFields(body, ["accountId"]);
  if (fields.accountId === undefined) {
    for (const account of [...tx.world.accounts.all()]) {
      emptyAccount(tx, account.id);
      for (const token of tx.of("tokens", account.id)) tx.remove("tokens", token.id);
      tx.remove("accounts", account.id);
    }
    tx.put("meta", { ...tx.meta(), startAccountId: null, startTokens: null });
    return undefined;
  }
  const account = findAccount(tx, fields.accountId);
  emptyAccount(tx, account.id);
  const { team: _team, ...rest } = account;
  tx.put("accounts", { ...rest, availableCents: 0, reservedCents: 0, books: NO_BOOKS });
  return account.id;
}

function emptyAccount(tx: Transaction, accountId: string): void {
  for (const table of CONTENT) for (const row of tx.of(table, accountId)) tx.remove(table, row.id);
}
