"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense, useMemo, useRef, useSyncExternalStore } from "react";
import { addresses } from "@/components/addresses";
import { ExportLink } from "@/components/approvals/export-link";
import { NotConnected } from "@/components/approvals/inbox-blanks";
import { useReader, useWords } from "@/components/reader";
import { useClockSync, useNow } from "@/components/time/clock";
import { Age } from "@/components/time/instant";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { Skeleton } from "@/components/ui/skeleton";
import { isNotConnected } from "@/lib/api/queries/api-failure";
import { historyPageQuery, historySumsQuery } from "@/lib/api/queries/history";
import type { ApprovalList, HistorySums } from "@/lib/api/types";
import { zoneName } from "@/lib/messages/format";
import { historyQuery, historySearch, isNarrowed, readHistorySearch } from "./address";
import { HistoryBlank } from "./history-blank";
import { HistoryChips } from "./history-chips";
import { type HistoryChoices, HistoryFilters } from "./history-filters";
import { HistorySumsStrip } from "./history-sums-strip";
import { PeriodLinks } from "./period-links";
import { PlainRows } from "./plain-rows";
import { PrintLink } from "./print-link";
import { hasEveryDay } from "./structure";
import { type Measured, usePlace } from "./use-place";
import { useShown } from "./use-shown";

/** Only where a list is longer than a page: whoever has a short one never loads it. */
const LongRows = lazy(async () => ({ default: (await import("./long-rows")).LongRows }));

/** What was decided, by the day it was, newest first. */
export function History({ choices }: { choices: HistoryChoices }) {
  const { locale, timeZone } = useReader();
  const words = useWords();
  const given = useSearchParams();
  const cursor = given.get("cursor");
  const listing = useMemo(
    () => readHistorySearch(new URLSearchParams(given.toString()), timeZone),
    [given, timeZone],
  );
  const query = historyQuery(listing).toString();
  const search = historySearch(listing, timeZone);
  const asked = { listing, query, search, cursor };
  const list = useQuery(historyPageQuery(query, cursor));
  const summed = useQuery(historySumsQuery(query, timeZone));
  const shown = useShown(asked, list.isPlaceholderData);
  // Sums of another filter than the rows are of are none of theirs.
  const isSameFilter = useShown(asked, summed.isPlaceholderData).query === shown.query;
  const sums = isSameFilter ? summed.data : undefined;
  const now = useNow();
  useClockSync(list.data?.asOf, list.dataUpdatedAt);
  const goTo = (there: string, how: "push" | "replace" = "push") => {
    const href = `${addresses.history}${there}`;
    if (how === "push") window.history.pushState(null, "", href);
    else window.history.replaceState(null, "", href);
  };
  if (!list.data && isNotConnected(list.error)) return <NotConnected state="none" />;
  const isFailed = !list.data && list.isError;
  const count = sums?.count ?? list.data?.totals?.count ?? null;
  const lead = isNarrowed(shown.listing) ? words.history.found : words.history.lead;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-figure">{words.history.title}</h1>
        {count ? (
          <div className="flex flex-wrap gap-x-4 print:hidden">
            <PrintLink search={shown.search} />
            <ExportLink
              filters={Object.fromEntries(historyQuery(shown.listing))}
              label={words.history.exportRows(count)}
            />
          </div>
        ) : null}
      </div>
      {count ? <p className="mt-1 text-ink-2">{lead(count, zoneName(now, timeZone, locale))}</p> : null}
      <p className="mt-1 hidden text-ink-2 text-small print:block">{words.history.onPaper}</p>
      {list.isError && list.data ? (
        <div className="mt-4">
          <Notice tone="alert" role="status">
            <p>
              <Phrase
                text={words.history.stale}
                ago={<Age at={new Date(list.dataUpdatedAt).toISOString()} />}
              />
            </p>
          </Notice>
        </div>
      ) : null}
      {isFailed || (count === 0 && !isNarrowed(listing)) ? null : (
        <div className="mt-4 print:hidden">
          <HistoryFilters listing={listing} choices={choices} goTo={goTo} />
          <PeriodLinks listing={listing} goTo={goTo} />
          <HistoryChips listing={listing} choices={choices} goTo={goTo} />
        </div>
      )}
      {isFailed ? (
        <Blank
          title={words.history.failed.title}
          action={<Button onClick={() => list.refetch()}>{words.errors.retry}</Button>}
        >
          <p>{words.history.failed.text}</p>
        </Blank>
      ) : list.data ? (
        <div
          aria-busy={list.isPlaceholderData || summed.isPlaceholderData}
          className={list.isPlaceholderData ? "opacity-60" : undefined}
        >
          {summed.isError && !list.isError ? (
            <div className="mt-4">
              <Notice tone="alert" role="status">
                <p>{summed.data ? words.history.sumsOlder : words.history.sumsFailed}</p>
              </Notice>
            </div>
          ) : null}
          {sums && sums.count > 0 ? <HistorySumsStrip sums={sums} /> : null}
          <Rows list={list.data} sums={sums} {...shown} />
        </div>
      ) : (
        <HistorySkeleton />
      )}
    </>
  );
}

type RowsProps = {
  list: ApprovalList;
  sums: HistorySums | undefined;
  cursor: string | null;
  query: string;
  search: string;
  listing: ReturnType<typeof readHistorySearch>;
};

function Rows({ list, sums, cursor, query, search, listing }: RowsProps) {
  const element = useRef<HTMLDivElement>(null);
  const measured = useRef<Measured | null>(null);
  const hasScripts = useHasScripts();
  const words = useWords().history;
  const isLong =
    sums !== undefined && cursor === null && sums.count > list.approvals.length && hasEveryDay(sums);
  usePlace(`${search} ${cursor ?? ""}`, element, hasScripts, measured);
  if (list.approvals.length === 0 && cursor === null) return <HistoryBlank listing={listing} />;
  const plain = (
    <>
      <PlainRows approvals={list.approvals} sums={sums} search={search} cursor={cursor} />
      {isLong && hasScripts ? null : <Pages list={list} cursor={cursor} search={search} />}
    </>
  );
  return (
    <div ref={element}>
      {isLong && hasScripts ? (
        <p className="mt-3 hidden text-caption text-ink-3 desk:block print:hidden">{words.searchHint}</p>
      ) : null}
      {isLong && hasScripts ? (
        <Suspense fallback={plain}>
          <LongRows
            sums={sums}
            first={list.approvals}
            listing={listing}
            query={query}
            search={search}
            measured={measured}
          />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  );
}

/** Without scripts, and for an address that names a page. */
function Pages({ list, cursor, search }: Pick<RowsProps, "list" | "cursor" | "search">): ReactNode {
  const words = useWords().history;
  return (
    <nav aria-label={words.title} className="mt-5 flex gap-3 empty:hidden">
      {cursor === null ? null : (
        <ButtonLink href={addresses.historyAt(search, null)}>{words.newest}</ButtonLink>
      )}
      {list.nextCursor === null ? null : (
        <ButtonLink href={addresses.historyAt(search, list.nextCursor)}>{words.older}</ButtonLink>
      )}
    </nav>
  );
}

/** False on the server and while its page is taken over, so that both draw the same. */
function useHasScripts(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

function HistorySkeleton() {
  const words = useWords();
  return (
    <div role="status" aria-busy="true" className="mt-6 grid gap-5 border-t pt-5">
      <span className="sr-only">{words.app.loading}</span>
      <Skeleton className="h-5" />
      <Skeleton className="h-5" />
      <Skeleton className="h-5" />
    </div>
  );
}
