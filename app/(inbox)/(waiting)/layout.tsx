import type { ReactNode } from "react";
import { Desk } from "@/components/approvals/desk";
import { Hydrated } from "@/components/hydrated";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { blockedKeys } from "@/lib/api/queries/blocked";
import { claimKeys } from "@/lib/api/queries/claims";
import { unansweredKeys } from "@/lib/api/queries/unanswered";
import { requirePageSession } from "@/lib/http/page-session";
import { readBlocked, readClaims, readOpenApprovals, readSettled, readUnanswered } from "./read-lists";

export default async function WaitingLayout({ children }: { children: ReactNode }) {
  const { ctx } = await requirePageSession();
  const [open, claims, blocked, unanswered] = await Promise.all([
    readOpenApprovals(ctx),
    readClaims(ctx),
    readBlocked(ctx),
    readUnanswered(ctx),
  ]);
  // Only an empty inbox asks whether anything was ever here.
  const settled = open?.approvals.length === 0 ? await readSettled(ctx) : null;
  return (
    <Hydrated
      answers={[
        open && [approvalKeys.open(), open],
        claims && [claimKeys.all, claims],
        blocked && [blockedKeys.all, blocked],
        unanswered && [unansweredKeys.all, unanswered],
        settled && [approvalKeys.settled(null), settled],
      ]}
    >
      <Desk>{children}</Desk>
    </Hydrated>
  );
}
