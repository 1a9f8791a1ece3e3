import { moneyOf } from "@/lib/domain/money";
import type { Money, Standing } from "@/lib/domain/records";
import type { Db } from "@/lib/store/pool";
import { type ApprovalRow, approvals, type NewApprovalRow } from "@/lib/store/schema";
import type { MadeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";

const statusOf: Record<Standing, string | null> = {
  open: "pending",
  confirmed: "confirmed",
  declined: "declined",
  lapsed: "expired",
  superseded: "pending",
  unreadable: null,
};

export function hireMoney(amountCents: number | null, standing: Standing = "open"): Money {
  return moneyOf({
    type: "proposal_hire",
    standing,
    recordedTerms: null,
    toldTerms: amountCents === null ? null : { name: "Pilot", description: null, amountCents, dueDate: null },
    confirmedTerms: null,
    milestone: null,
    contractMilestones: null,
    confirmedReleases: new Set(),
  });
}

/** A row as it would lie there, without any of its history: for lists and sums. */
export function approvalValues(
  made: Pick<MadeWorkspace, "workspaceId" | "connectionId">,
  overrides: Partial<NewApprovalRow> = {},
): NewApprovalRow {
  const standing = overrides.standing ?? "open";
  const now = Date.now();
  const money = overrides.money ?? hireMoney(45_000, standing);
  const isOpen = standing === "open" || standing === "unreadable";
  return {
    workspaceId: made.workspaceId,
    connectionId: made.connectionId,
    id: unique("appr"),
    type: "proposal_hire",
    status: statusOf[standing],
    standing,
    linkState: "ok",
    createdAt: new Date(now - 3_600_000),
    expiresAt: standing === "unreadable" ? null : new Date(now + 71 * 3_600_000),
    settledAt: isOpen ? null : new Date(now - 60_000),
    proof: "read",
    seenAt: new Date(now - 3_000_000),
    way: "capture",
    moneyKind: money.kind,
    totalCents: money.totalCents,
    maxTotalCents: money.maxTotalCents,
    ...overrides,
    money,
  };
}

export async function insertApprovalRow(
  db: Db,
  made: MadeWorkspace,
  overrides: Partial<NewApprovalRow> = {},
): Promise<ApprovalRow> {
  const [row] = await db.insert(approvals).values(approvalValues(made, overrides)).returning();
  if (!row) throw new Error("not inserted");
  return row;
}
