"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { ExportLink } from "@/components/approvals/export-link";
import { MoneyRange } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import { useClockSync, useNow } from "@/components/time/clock";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { settledApprovalsQuery } from "@/lib/api/queries/settled-approvals";
import type { Totals } from "@/lib/api/types";
import { zoneName } from "@/lib/messages/format";
import { byDay } from "./by-day";
import { dayName } from "./day-name";
import { HistoryRow } from "./history-row";

/** What was decided, by the day it was, newest first. */
export function History({ cursor }: { cursor: string | null }) {
  const { locale, timeZone } = useReader();
  const words = useWords();
  const list = useQuery(settledApprovalsQuery(cursor));
  const now = useNow();
  useClockSync(list.data?.asOf, list.dataUpdatedAt);
  if (!list.data) {
    return list.isError ? (
      <Blank
        level={1}
        title={words.history.failed.title}
        action={<Button onClick={() => list.refetch()}>{words.errors.retry}</Button>}
      >
        <p>{words.history.failed.text}</p>
      </Blank>
    ) : (
      <HistorySkeleton />
    );
  }
  const { approvals, totals, nextCursor } = list.data;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-figure">{words.history.title}</h1>
        {approvals.length > 0 ? <ExportLink filters={{ phase: "settled" }} /> : null}
      </div>
      {totals && totals.count > 0 ? (
        <>
          <p className="mt-1 text-ink-2">
            {words.history.lead(totals.count, zoneName(now, timeZone, locale))}
          </p>
          <Confirmed totals={totals} />
        </>
      ) : null}
      {approvals.length === 0 && cursor === null ? (
        <div className="mt-5">
          <Blank title={words.history.empty.title}>
            <p>{words.history.empty.text}</p>
          </Blank>
        </div>
      ) : (
        byDay(approvals, timeZone).map(({ day, rows }) => (
          <section key={day} aria-labelledby={`day-${day}`} className="mt-5">
            <h2 id={`day-${day}`} className="border-b pb-2 font-semibold text-ink-2 text-small">
              {dayName(day, { locale, timeZone, now }, words.time)}
            </h2>
            <ul>
              {rows.map((approval) => (
                <HistoryRow key={approval.id} approval={approval} cursor={cursor} />
              ))}
            </ul>
          </section>
        ))
      )}
      <nav aria-label={words.history.title} className="mt-5 flex gap-3 empty:hidden">
        {cursor === null ? null : <ButtonLink href={addresses.history}>{words.history.newest}</ButtonLink>}
        {nextCursor === null ? null : (
          <ButtonLink href={`${addresses.history}?cursor=${encodeURIComponent(nextCursor)}`}>
            {words.history.older}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

/** What came of it in money, the three kinds apart. */
function Confirmed({ totals }: { totals: Totals }) {
  const words = useWords().history;
  const { charge, release, atStake } = totals.confirmed;
  const sums = [
    { name: words.charged, min: charge.minCents, max: charge.maxCents, unknown: charge.unknownCount },
    { name: words.released, min: release.cents, max: release.cents, unknown: release.unknownCount },
    { name: words.decided, min: atStake.cents, max: atStake.cents, unknown: atStake.unknownCount },
  ].filter(({ max, unknown }) => max > 0 || unknown > 0);
  if (sums.length === 0) return null;
  return (
    <dl aria-label={words.sums} className="mt-5 flex flex-wrap gap-x-5 border-y py-2 pad:py-0">
      {sums.map(({ name, min, max, unknown }) => (
        <div
          key={name}
          className="min-w-0 py-1 pad:border-s pad:py-3 pad:ps-5 pad:first:border-s-0 pad:first:ps-0"
        >
          <dt className="text-ink-2 text-small">{name}</dt>
          <dd className="font-semibold text-title">
            <MoneyRange min={min} max={max} unknown={unknown} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function HistorySkeleton() {
  const words = useWords();
  return (
    <div role="status" aria-busy="true">
      <h1 className="text-figure">{words.history.title}</h1>
      <span className="sr-only">{words.app.loading}</span>
      <div className="mt-6 grid gap-5 border-t pt-5">
        <Skeleton className="h-5" />
        <Skeleton className="h-5" />
        <Skeleton className="h-5" />
      </div>
    </div>
  );
}
