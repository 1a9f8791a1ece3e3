import { milestonesOf } from "../actions/check-contract";
import { iso } from "../clock";
import type { Shown } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { approvalOut } from "../wire/approval";
import { contractOut } from "../wire/contract";
import { eventOut } from "../wire/event";
import { ledgerEntryOut } from "../wire/ledger";
import { milestoneOut } from "../wire/milestone";
import { deliveryOut, webhookOut } from "../wire/webhook";

/** The account as it truly is: nothing hidden, nothing changed by looking. */
export function tellTruth(tx: Transaction, accountId: string, origin: string) {
  const account = tx.account(accountId);
  const { availableCents, reservedCents, books, guesses } = account;
  return {
    now: iso(tx.now(accountId)),
    approvals: tx.of("approvals", accountId).map((approval) => ({
      ...approvalOut(asItIs(approval), origin),
      terms: approval.terms,
      requestedBy: tx.get("tokens", approval.requestedBy)?.name ?? null,
      supersededBy: approval.supersededBy,
    })),
    contracts: tx.of("contracts", accountId).map((contract) => {
      const milestones = milestonesOf(tx, contract).map(asItIs);
      return {
        ...contractOut(asItIs(contract), milestones, guesses),
        milestones: milestones.map((milestone) => milestoneOut(milestone, guesses)),
      };
    }),
    credits: { availableCents, reservedCents, currency: "usd", books },
    ledger: tx.of("ledger", accountId).map(ledgerEntryOut),
    events: tx.of("events", accountId).map(asItIs).map(eventOut),
    webhooks: tx.of("webhooks", accountId).map((webhook) => ({
      ...webhookOut(webhook),
      failuresInRow: webhook.failuresInRow,
    })),
    deliveries: tx.of("deliveries", accountId).map(deliveryOut),
  };
}

function asItIs<R extends { shown?: Shown | undefined }>(row: R): R {
  return { ...row, shown: undefined };
}
