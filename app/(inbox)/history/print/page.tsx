import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import { historyQuery, readHistorySearch } from "@/components/history/address";
import { Statement } from "@/components/history/statement";
import { PageFrame } from "@/components/shell/page-frame";
import { historySumsSearch } from "@/lib/api/queries/history";
import { answerHistorySums } from "@/lib/http/answers/history-sums";
import { answerStatementRows } from "@/lib/http/answers/statement-rows";
import { requirePageSession } from "@/lib/http/page-session";
import { listHistoryChoices } from "@/lib/services/approvals/history-choices";
import { answerOrNull } from "../../answer-or-null";
import { titled } from "../../page-title";
import { type GivenSearch, searchOf } from "../../search-of";
import { zoneOfBrowser } from "../../zone-of-browser";

type Props = { searchParams: Promise<GivenSearch> };

export function generateMetadata() {
  return titled(({ screens }) => screens.history.statement.page);
}

/** The whole of a filter, also what is not on anybody's screen. */
export default async function HistoryStatementPage({ searchParams }: Props) {
  const { ctx, person } = await requirePageSession();
  const timeZone = person.timeZone ?? (await zoneOfBrowser());
  const listing = readHistorySearch(searchOf(await searchParams), timeZone);
  const query = historyQuery(listing).toString();
  const [approvals, sums, choices] = await Promise.all([
    answerOrNull(answerStatementRows(ctx, query)),
    answerOrNull(answerHistorySums(ctx, historySumsSearch(query, timeZone))),
    listHistoryChoices({ ctx }),
  ]);
  // Without an account there is nothing to print, and history says why.
  if (approvals === null || sums === null) redirect(addresses.history);
  return (
    <PageFrame>
      <Statement listing={listing} choices={choices} sums={sums} approvals={approvals} />
    </PageFrame>
  );
}
