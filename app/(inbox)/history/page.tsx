import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import { History } from "@/components/history/history";
import { Hydrated } from "@/components/hydrated";
import { PageFrame } from "@/components/shell/page-frame";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { settledSearch } from "@/lib/api/queries/settled-approvals";
import { isAppError } from "@/lib/errors";
import { answerApprovals } from "@/lib/http/answers/approvals";
import { requirePageSession } from "@/lib/http/page-session";
import { answerOrNull } from "../answer-or-null";
import { titled } from "../page-title";

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

export function generateMetadata() {
  return titled(({ screens }) => screens.history.page);
}

export default async function HistoryPage({ searchParams }: Props) {
  const { ctx } = await requirePageSession();
  const given = (await searchParams).cursor;
  const cursor = typeof given === "string" && given !== "" ? given : null;
  const settled = await answerOrNull(answerApprovals(ctx, settledSearch(cursor))).catch((error: unknown) => {
    // A place in the list that is none: from an old bookmark, or made up.
    if (cursor !== null && isAppError(error) && error.code === "BAD_REQUEST") redirect(addresses.history);
    throw error;
  });
  return (
    <Hydrated answers={[settled && [approvalKeys.settled(cursor), settled]]}>
      <PageFrame>
        <History cursor={cursor} />
      </PageFrame>
    </Hydrated>
  );
}
