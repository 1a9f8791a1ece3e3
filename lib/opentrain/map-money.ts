import type { z } from "zod";
import { centsFromCents, centsFromDollars, signedCentsFromCents } from "@/lib/domain/cents";
import type { CreditsRecord } from "@/lib/domain/records";
import { CURRENCY } from "./guesses";
import type { creditsAnswer, ledgerAnswer, paymentsAnswer, topUpAnswer } from "./schemas";

// Credits and what is paid from them. A figure that is no amount is kept beside it as it was said.

export type UpstreamCredits = Omit<CreditsRecord, "readAt">;
export type LedgerEntry = {
  id: string;
  type: string | null;
  /** With OpenTrain's sign. */
  amountCents: number | null;
  amountUnreadable: string | null;
  createdAt: Date | null;
  holdEntryId: string | null;
  proposalId: string | null;
  contractId: string | null;
  milestoneId: string | null;
  topUpId: string | null;
  note: string | null;
};
export type LedgerPage = { entries: LedgerEntry[]; nextCursor: string | null; setAside: number };
export type TopUp = {
  id: string;
  status: string | null;
  amountCents: number | null;
  amountUnreadable: string | null;
  createdAt: Date | null;
  completedAt: Date | null;
  expiresAt: Date | null;
};
export type PendingPayment = {
  /** The invoice's. */
  id: string;
  status: string | null;
  invoiceKind: string | null;
  viewerRole: string | null;
  amountCents: number | null;
  amountUnreadable: string | null;
  createdAt: Date | null;
  invoiceNumber: number | null;
  jobId: string | null;
  jobTitle: string | null;
  milestoneId: string | null;
  milestoneName: string | null;
};

/** Null when a figure or the currency is not one we can state. */
export function mapCredits({ credits }: z.infer<typeof creditsAnswer>): UpstreamCredits | null {
  const available = centsFromCents(credits.availableCents).cents;
  const reserved = centsFromCents(credits.reservedCents).cents;
  if (available === null || reserved === null || (credits.currency ?? CURRENCY) !== CURRENCY) return null;
  return { availableCents: available, reservedCents: reserved };
}

export function mapLedger({ entries, nextCursor }: z.infer<typeof ledgerAnswer>): LedgerPage {
  const read = entries.items.map(({ amountCents, jobofferId, ...entry }) => {
    const amount = signedCentsFromCents(amountCents);
    return {
      ...entry,
      proposalId: jobofferId,
      amountCents: amount.cents,
      amountUnreadable: amount.unreadable,
    };
  });
  return { entries: read, nextCursor, setAside: entries.setAside };
}

export function mapTopUp({ topUp }: z.infer<typeof topUpAnswer>): TopUp {
  const amount = centsFromCents(topUp.amountCents);
  return { ...topUp, amountCents: amount.cents, amountUnreadable: amount.unreadable };
}

export function mapPayments({ payments }: z.infer<typeof paymentsAnswer>): {
  payments: PendingPayment[];
  setAside: number;
} {
  const read = payments.items.map(({ amountUsd, invoiceNumber, job, milestone, ...payment }) => {
    const amount = centsFromDollars(amountUsd);
    return {
      ...payment,
      invoiceNumber: invoiceNumber !== null && Number.isSafeInteger(invoiceNumber) ? invoiceNumber : null,
      amountCents: amount.cents,
      amountUnreadable: amount.unreadable,
      jobId: job?.id ?? null,
      jobTitle: job?.title ?? null,
      milestoneId: milestone?.id ?? null,
      milestoneName: milestone?.name ?? null,
    };
  });
  return { payments: read, setAside: payments.setAside };
}
