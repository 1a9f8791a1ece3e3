import { iso } from "../clock";
import { FLAGS } from "../flags";
import { dollarsFromCents } from "../money/cents";
import type { Invoice } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { creditsOut, ledgerEntryOut } from "../wire/ledger";
import { ok } from "./answer";
import { newestFirst, pageAfter, readLimit } from "./paging";
import type { Route } from "./route";

export const moneyRoutes: Route[] = [
  {
    method: "GET",
    path: "/credits",
    gate: { scopes: ["payments:read"], flag: FLAGS.credits },
    run: (tx, { caller: { account } }) =>
      ok({ credits: creditsOut(account, newestFirst(tx.of("ledger", account.id))) }),
  },
  {
    method: "GET",
    path: "/credits/ledger",
    gate: { scopes: ["payments:read"], flag: FLAGS.credits },
    run: (tx, { caller, query }) => {
      const limit = readLimit(query, { fallback: 50, max: 100, strict: true });
      const entries = newestFirst(tx.of("ledger", caller.account.id));
      const { page, nextCursor } = pageAfter(entries, query.get("cursor"), limit);
      return ok({ entries: page.map(ledgerEntryOut), nextCursor });
    },
  },
  {
    method: "GET",
    path: "/payments/pending",
    gate: { scopes: ["payments:read"] },
    run: (tx, { caller: { account } }) => {
      const now = tx.now(account.id);
      const open = newestFirst(tx.of("invoices", account.id)).filter((invoice) => invoice.settlesAt > now);
      return ok({ payments: open.map((invoice) => paymentOut(tx, invoice)) });
    },
  },
];

function paymentOut(tx: Transaction, invoice: Invoice) {
  return {
    id: invoice.id,
    status: "PENDING_FUNDING",
    invoiceKind: invoice.kind,
    viewerRole: "EMPLOYER",
    amountUsd: dollarsFromCents(invoice.amountCents),
    createdAt: iso(invoice.createdAt),
    invoiceNumber: invoice.number,
    job: { id: invoice.jobId, title: tx.must("jobs", invoice.jobId).title },
    milestone: { id: invoice.milestoneId, name: tx.must("milestones", invoice.milestoneId).name },
  };
}
