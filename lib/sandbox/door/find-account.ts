import { Refusal } from "../refusal";
import type { Account } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { badField } from "./errors";

export function findAccount(tx: Transaction, accountId: unknown): Account {
  if (typeof accountId !== "string" || accountId === "") throw badField("accountId");
  const account = tx.get("accounts", accountId);
  if (!account) throw new Refusal("NOT_FOUND", "No such account.", { resource: "accounts", accountId });
  return account;
}
