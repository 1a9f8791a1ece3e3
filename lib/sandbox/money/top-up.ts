import type { Transaction } from "../state/transaction";
import { writeLedger } from "./write-ledger";

export function topUp(
  tx: Transaction,
  accountId: string,
  cents: number,
  topUpId: string | null = null,
): void {
  const account = tx.account(accountId);
  tx.put("accounts", {
    ...account,
    availableCents: account.availableCents + cents,
    books: { ...account.books, toppedUpCents: account.books.toppedUpCents + cents },
  });
  writeLedger(tx, accountId, "TOP_UP", cents, { topUpId, note: "Credits added" });
}
