import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import {
  historyQuery,
  historySearch,
  readHistorySearch,
  tidyHistorySearch,
} from "@/components/history/address";
import { History } from "@/components/history/history";
import { Hydrated } from "@/components/hydrated";
import { PageFrame } from "@/components/shell/page-frame";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { historyPageSearch, historySumsSearch } from "@/lib/api/queries/history";
import { isAppError } from "@/lib/errors";
import { answerApprovals } from "@/lib/http/answers/approvals";
import { answerHistorySums } from "@/lib/http/answers/history-sums";
import { requirePageSession } from "@/lib/http/page-session";
import { listHistoryChoices } from "@/lib/services/approvals/history-choices";
import { answerOrNull } from "../answer-or-null";
import { titled } from "../page-title";
import { type GivenSearch, searchOf } from "../search-of";
import { zoneOfBrowser } from "../zone-of-browser";

type Props = { searchParams: Promise<GivenSearch> };

export function generateMetadata() {
  return titled(({ screens }) => screens.history.page);
}

export default async function HistoryPage({ searchParams }: Props) {
  const { ctx, person } = await requirePageSession();
  const given = searchOf(await searchParams);
  const timeZone = person.timeZone ?? (await zoneOfBrowser());
  const cursor = given.get("cursor") || null;
  tidyUp(given, cursor, timeZone);
  const listing = readHistorySearch(given, timeZone);
  const query = historyQuery(listing).toString();
  const [page, sums, choices] = await Promise.all([
    answerOrNull(answerApprovals(ctx, historyPageSearch(query, cursor))).catch((error: unknown) => {
      // A place in the list that is none: from an old bookmark, or made up.
      if (cursor !== null && isAppError(error) && error.code === "BAD_REQUEST") {
        redirect(addresses.historyAt(historySearch(listing, timeZone), null));
      }
      throw error;
    }),
    answerOrNull(answerHistorySums(ctx, historySumsSearch(query, timeZone))),
    listHistoryChoices({ ctx }),
  ]);
  return (
    <Hydrated
      answers={[
        page && [approvalKeys.settled(cursor, query), page],
        sums && [approvalKeys.historySums(query, timeZone), sums],
      ]}
    >
      <PageFrame>
        <History choices={choices} />
      </PageFrame>
    </Hydrated>
  );
}

/** A form without scripts sends every field it has; the address that is kept holds what was meant. */
function tidyUp(given: URLSearchParams, cursor: string | null, timeZone: string): void {
  const tidy = tidyHistorySearch(given, timeZone);
  if (cursor !== null) tidy.set("cursor", cursor);
  const sorted = (search: URLSearchParams) => [...search].map(String).sort().join();
  if (sorted(tidy) !== sorted(given)) redirect(addresses.historyAt(tidy.toString(), null));
}
