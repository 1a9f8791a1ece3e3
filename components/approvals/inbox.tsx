"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { Apart, ApartIndex } from "@/components/apart/apart";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { useWords } from "@/components/reader";
import { useClockSync } from "@/components/time/clock";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Summary } from "@/lib/api/types";
import { creditShortfall } from "@/lib/domain/credits";
import { Credit } from "./credit";
import { Departures } from "./departures";
import { ExportLink } from "./export-link";
import { Groups } from "./groups";
import { ListFailed, NoneOfThisKind, NotConnected, NothingRead, NothingWaiting } from "./inbox-blanks";
import { InboxHeading } from "./inbox-heading";
import { InboxNotices } from "./inbox-notices";
import { InboxSkeleton } from "./inbox-skeleton";
import { filtered, filterIn, listFilters, searchOf } from "./kind-filter";
import type { RowChoice } from "./row";
import { Sums } from "./sums";
import { TypeFilter } from "./type-filter";

/** What waits, answered from the top: how many, until when, how much, then each. */
export function Inbox({ chosen }: { chosen: { id: string; choice: RowChoice } | null }) {
  const summary = useQuery(summaryQuery());
  const list = useQuery(openApprovalsQuery());
  const filter = filterIn(useSearchParams());
  const pathname = usePathname();
  const isPage = pathname === "/";
  const words = useWords().inbox;
  useClockSync(list.data?.asOf, list.dataUpdatedAt);

  const connection = summary.data?.connection.state;
  if (connection === "none" || (connection === "disconnected" && !list.data)) {
    return <NotConnected state={connection} />;
  }
  if (!list.data) {
    return list.isError ? <ListFailed error={list.error} retry={() => list.refetch()} /> : <InboxSkeleton />;
  }
  const { approvals, totals, nextCursor } = list.data;
  const shown = filtered(approvals, filter);
  const filters = listFilters(filter);
  const waiting = totals?.open;
  const credits = summary.data?.credits ?? null;
  return (
    <>
      {approvals.length === 0 ? null : (
        <InboxHeading approvals={approvals} count={totals?.count ?? approvals.length} isPage={isPage} />
      )}
      <ApartIndex />
      <InboxNotices summary={summary.data} staleSince={list.isError ? list.dataUpdatedAt : null} />
      {approvals.length === 0 && summary.data && isCutOff(summary.data.sync) ? (
        <NothingRead isPage={isPage} lastReadAt={summary.data.sync.lastReadAt} />
      ) : approvals.length === 0 ? (
        <NothingWaiting isPage={isPage} />
      ) : (
        <>
          {waiting ? (
            <div className="mt-5">
              <Sums sums={waiting} />
              {credits ? (
                <Credit
                  credits={{ ...credits, shortfall: creditShortfall(credits.availableCents, waiting) }}
                  charge={waiting.charge}
                  approvals={approvals}
                />
              ) : null}
            </div>
          ) : null}
          <div className="mt-4 desk:mt-5">
            <TypeFilter approvals={approvals} current={filter} pathname={pathname} />
          </div>
          <Departures approvals={approvals} />
          {shown.length === 0 ? (
            <NoneOfThisKind others={approvals.length} pathname={pathname} />
          ) : (
            <Groups approvals={shown} search={searchOf(filter)} chosen={chosen} />
          )}
          {nextCursor === null ? null : (
            <p className="py-4 text-ink-2 text-small">{words.more(approvals.length)}</p>
          )}
          {shown.length > 0 && filters ? (
            <p className="mt-2">
              <ExportLink filters={filters} />
            </p>
          ) : null}
        </>
      )}
      <Apart />
      <CoverageLine />
    </>
  );
}

/** Nothing is read at present, so an empty list says nothing about what waits. */
/** What was never read is not known to be empty. */
function isCutOff({ state, lastReadAt }: Summary["sync"]): boolean {
  return lastReadAt === null || state === "refused" || state === "unreachable" || state === "off";
}
