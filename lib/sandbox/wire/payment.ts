import { iso } from "../clock";
import { dollarsFromCents } from "../money/cents";
import type { Invoice } from "../state/shapes";
import type { Transaction } from "../state/transaction";

/** Only what the account itself still has to pay waits here; payouts are the freelancers' to see. */
export function paymentOut(tx: Transaction, invoice: Invoice) {
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
