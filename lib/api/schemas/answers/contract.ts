import { instant } from "@/lib/api/schemas/answers/approval";
import type { Contract } from "@/lib/api/types";
import { escrowOf } from "@/lib/domain/escrow";
import type { ContractRecord } from "@/lib/domain/records";

export function contractJson(record: ContractRecord): Contract {
  const escrow = escrowOf(record.milestones);
  return {
    id: record.id,
    title: record.title,
    status: record.status,
    freelancer: record.freelancer,
    jobId: record.jobId,
    jobTitle: record.jobTitle,
    paymentType: record.paymentType,
    rate: record.rate,
    escrowCents: escrow.cents,
    escrowAtLeast: escrow.atLeast,
    milestones: record.milestones.map(
      ({ id, number, name, status, phase, amountCents, dueDate, goneAt }) => ({
        ...{ id, number, name, status, phase, amountCents, dueDate },
        goneAt: instant(goneAt),
      }),
    ),
    approvals: record.approvals,
    waiting: record.waiting.map((one) => ({ ...one, expiresAt: instant(one.expiresAt) })),
    createdAt: instant(record.createdAt),
    endedAt: instant(record.endedAt),
    readAt: record.readAt.toISOString(),
  };
}
