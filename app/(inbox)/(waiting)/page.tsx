import { Preview } from "@/components/approvals/desk";
import { Hydrated } from "@/components/hydrated";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../page-title";
import { readOpenApprovals } from "./read-lists";
import { requestAnswers } from "./read-request";

export function generateMetadata() {
  return titled(({ screens }) => screens.inbox.page);
}

export default async function InboxPage() {
  const { ctx } = await requirePageSession();
  const first = (await readOpenApprovals(ctx))?.approvals[0];
  return (
    <Hydrated answers={first ? await requestAnswers(ctx, first.id) : []}>
      <Preview />
    </Hydrated>
  );
}
