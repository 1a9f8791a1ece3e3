import type { PendingPayment } from "@/lib/opentrain/map-money";
import { storableInstant } from "@/lib/services/approvals/storable-instant";
import { findFeed, updateFeed } from "@/lib/store/feeds";
import { replacePayments } from "@/lib/store/pending-payments";
import { callsLeft, demandLease, placeOf, type Round, readOrStop } from "@/lib/sync/round";

const everyMs = 5 * 60_000;
/** More than anybody leaves unpaid. */
const mostKept = 500;

/** Invoices that wait to be paid, now and again: one that no request explains is a hint. */
export async function readPayments(round: Round): Promise<void> {
  const { db, connection, clock } = round;
  const { paymentsReadAt } = await findFeed(db, connection.id);
  const isDue = paymentsReadAt === null || clock().getTime() - paymentsReadAt.getTime() >= everyMs;
  if (!isDue || callsLeft(round) <= 0) return;
  const answer = await readOrStop(round, (client) => client.listPendingPayments());
  const { workspaceId } = connection;
  const readAt = placeOf(round).at;
  await db.transaction(async (tx) => {
    await demandLease(round, tx);
    await updateFeed(tx, connection.id, { paymentsReadAt: clock() });
    if (!answer.ok) return;
    const ours = new Map(answer.value.payments.filter(isOurs).map((payment) => [payment.id, payment]));
    await replacePayments(
      tx,
      workspaceId,
      [...ours.values()].slice(0, mostKept).map((payment) => ({
        workspaceId,
        id: payment.id,
        milestoneId: payment.milestoneId,
        milestoneName: payment.milestoneName,
        jobId: payment.jobId,
        jobTitle: payment.jobTitle,
        amountCents: payment.amountCents,
        createdAt: storableInstant(payment.createdAt),
        readAt,
      })),
    );
  });
}

/** The account has still to pay it; the others are payouts to somebody. */
function isOurs({ status, viewerRole }: PendingPayment): boolean {
  return status === "PENDING_FUNDING" && (viewerRole ?? "EMPLOYER") === "EMPLOYER";
}
