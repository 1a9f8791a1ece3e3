"use client";

import { Fragment } from "react";
import { addresses } from "@/components/addresses";
import { Amount } from "@/components/approvals/amount";
import { RequestName } from "@/components/approvals/request-name";
import { PrintButton } from "@/components/print/print-button";
import { PrintHead } from "@/components/print/print-head";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { BackIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import type { Approval, HistorySums } from "@/lib/api/types";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { formatDay } from "@/lib/messages/format";
import { formatMonth, formatTime } from "@/lib/messages/format-calendar";
import { historySearch } from "./address";
import { byDay, dayOf } from "./by-day";
import type { HistoryChoices } from "./history-filters";
import { HistorySumsStrip } from "./history-sums-strip";
import { MonthSums } from "./month-heading";
import { useFilterWords } from "./use-filter-words";

/** What was settled, on paper: whose it is, what it is narrowed to, what it comes to, and every row of it. */
export function Statement({
  listing,
  choices,
  sums,
  approvals,
}: {
  listing: ApprovalListing;
  choices: HistoryChoices;
  sums: HistorySums;
  approvals: readonly Approval[];
}) {
  // The server's: on the first visit of a browser it does not know the zone yet, and one paper has one.
  const { timeZone } = sums;
  const words = useWords();
  const { statement } = words.history;
  const filters = useFilterWords(listing, choices, timeZone);
  const search = historySearch(listing, timeZone);
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-3 print:hidden">
        <Link
          href={addresses.historyAt(search, null)}
          className="-ms-1 inline-flex min-h-touch items-center gap-1 pe-3 font-medium text-pen text-small"
        >
          <BackIcon />
          {words.nav.history}
        </Link>
        <PrintButton />
      </div>
      <PrintHead />
      <h1 className="text-title">{statement.title}</h1>
      <p className="mt-1 text-body text-ink-2">
        {filters.length === 0 ? (
          statement.everything
        ) : (
          <Phrase
            text={statement.only}
            what={filters.map(({ key, shown }, index) => (
              <Fragment key={key}>
                {index > 0 ? ", " : null}
                {shown}
              </Fragment>
            ))}
          />
        )}{" "}
        <Phrase text={statement.zone} zone={timeZone} />
      </p>
      {sums.count === 0 ? (
        <p className="mt-4">{statement.nothing}</p>
      ) : (
        <>
          <HistorySumsStrip sums={sums} />
          {approvals.length < sums.count ? (
            <p className="mt-3 font-medium">{statement.cut(approvals.length, sums.count)}</p>
          ) : null}
          <Table approvals={approvals} sums={sums} />
        </>
      )}
    </>
  );
}

function Table({ approvals, sums }: { approvals: readonly Approval[]; sums: HistorySums }) {
  const { locale } = useReader();
  const { timeZone } = sums;
  const words = useWords().history.statement;
  const days = byDay(approvals, timeZone);
  const names = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  return (
    <table className="mt-4 w-full text-small">
      <thead>
        <tr className="border-ink border-b-[1.5px] text-caption text-ink-2">
          <th scope="col" className="w-[7.25rem] py-1 pe-3 text-start font-normal">
            {words.settled}
          </th>
          <th scope="col" className="py-1 pe-3 text-start font-normal">
            {words.request}
          </th>
          <th scope="col" className="py-1 pe-3 text-start font-normal">
            {words.outcome}
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            {words.amount}
          </th>
        </tr>
      </thead>
      {names.map((name) => {
        const month = sums.months.find((one) => one.month === name);
        return (
          <tbody key={name}>
            <tr className="border-b break-after-avoid">
              <th scope="rowgroup" colSpan={4} className="pt-4 pb-2 text-start font-normal">
                <span className="block font-semibold text-body">
                  {name === "" ? null : formatMonth(name, locale)}
                </span>
                {month ? <MonthSums month={month} /> : null}
              </th>
            </tr>
            {days
              .filter(({ day }) => day.startsWith(name))
              .flatMap(({ rows }) => rows)
              .map((approval) => (
                <StatementRow key={approval.id} approval={approval} timeZone={timeZone} />
              ))}
          </tbody>
        );
      })}
    </table>
  );
}

function StatementRow({ approval, timeZone }: { approval: Approval; timeZone: string }) {
  const { locale } = useReader();
  const words = useWords().history;
  const domain = useDomainWords();
  const { settledAt, phase, money } = approval;
  const place = approval.jobTitle ?? approval.contractTitle;
  const at = settledAt === null ? null : new Date(settledAt);
  return (
    <tr className="border-b align-top">
      <td className="py-1 pe-3 whitespace-nowrap">
        {at === null ? null : `${formatDay(dayOf(at, timeZone), locale)}, ${formatTime(at, timeZone)}`}
      </td>
      <td className="py-1 pe-3">
        <RequestName approval={approval} />
        {place && place !== approval.title ? (
          <span className="block text-caption text-ink-2">
            <TheirWords text={place} />
          </span>
        ) : null}
      </td>
      <td className="py-1 pe-3 whitespace-nowrap">
        {domain.phases[phase]}
        {approval.differences.length > 0 ? (
          <span className="block text-caption text-ink-2">{words.termsChanged}</span>
        ) : null}
      </td>
      <td className="py-1 text-end whitespace-nowrap">
        <span className={phase === "confirmed" ? "font-semibold" : "text-ink-2"}>
          <Amount money={money} isSettled />
        </span>
        {phase === "confirmed" ? null : (
          <span className="block text-caption text-ink-2">
            {phase === "superseded" ? words.replaced : words.notMoved[money.kind]}
          </span>
        )}
      </td>
    </tr>
  );
}
