import type { Approval, ApprovalList } from "@/lib/api/types";
import type { InboxApi } from "../fixtures/inbox-api";

/** Every approval, page after page. */
export async function readAllApprovals(inbox: InboxApi): Promise<Approval[]> {
  const all: Approval[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page: ApprovalList = await inbox.get(`/api/approvals?phase=all&limit=200${after}`);
    all.push(...page.approvals);
    cursor = page.nextCursor;
  }
  return all;
}
