import type { ReactNode } from "react";
import { Desk } from "@/components/approvals/desk";
import { Hydrated } from "@/components/hydrated";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { blockedKeys } from "@/lib/api/queries/blocked";
import { claimKeys } from "@/lib/api/queries/claims";
import { unansweredKeys } from "@/lib/api/queries/unanswered";
import { requirePageSession } from "@/lib/http/page-session";
import { readInbox } from "./read-inbox";
import { readBlocked, readClaims, readSettled, readUnanswered } from "./read-lists";

export default async function WaitingLayout({ children }: { children: ReactNode }) {
  const { ctx } = await requirePageSession();
  const [inbox, claims, blocked, unanswered] = await Promise.all([
    readInbox(ctx),
    readClaims(ctx),
    readBlocked(ctx),
    readUnanswered(ctx),
  ]);
  // Only an empty inbox asks whether anything was ever here.
  const whole = inbox?.whole ?? null;
  const settled = whole?.approvals.length === 0 ? await readSettled(ctx) : null;
  return (
    <Hydrated
      answers={[
        whole && [approvalKeys.open(), whole],
        claims && [claimKeys.all, claims],
        blocked && [blockedKeys.all, blocked],
        unanswered && [unansweredKeys.all, unanswered],
        settled && [approvalKeys.settled(null), settled],
      ]}
    >
      <Desk first={inbox?.first ?? null}>{children}</Desk>
    </Hydrated>
  );
}
