"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { Apart, ApartIndex } from "@/components/apart/apart";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { INBOX, inboxSearch, isNarrowed } from "@/components/inbox/address";
import { Chips } from "@/components/inbox/chips";
import { FIRST_ROWS } from "@/components/inbox/first-rows";
import { goHere } from "@/components/inbox/go-here";
import { HiddenUrgent } from "@/components/inbox/hidden-urgent";
import { Kinds } from "@/components/inbox/kinds";
import { List } from "@/components/inbox/list";
import { MORE, withMore } from "@/components/inbox/more";
import { ShowSearch } from "@/components/inbox/show-search";
import { Toolbar } from "@/components/inbox/toolbar";
import type { InboxRead } from "@/components/inbox/use-inbox";
import { useWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { apiSearch } from "@/lib/api/queries/list-search";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Summary } from "@/lib/api/types";
import { creditShortfall } from "@/lib/domain/credits";
import { Credit } from "./credit";
import { ExportLink } from "./export-link";
import { ListFailed, NoneMatches, NotConnected, NothingRead, NothingWaiting } from "./inbox-blanks";
import { InboxHeading } from "./inbox-heading";
import { InboxNotices } from "./inbox-notices";
import { InboxSkeleton } from "./inbox-skeleton";
import type { RowChoice } from "./row";
import { Sums } from "./sums";

/** So few are seen at once. */
const FEW = 8;

/** What waits, answered from the top: how many, until when, how much, then each. */
export function Inbox({
  chosen,
  inbox: { list, search, query },
}: {
  chosen: { id: string; choice: RowChoice } | null;
  inbox: InboxRead;
}) {
  const summary = useQuery(summaryQuery());
  const pathname = usePathname();
  const isPage = pathname === "/";
  const words = useWords();
  const [isAsked, setIsAsked] = useState(useSearchParams().has(MORE));
  const goTo = useCallback(
    (there: string, how: "push" | "replace" = "push") => goHere(`${pathname}${there}`, how),
    [pathname],
  );

  const connection = summary.data?.connection.state;
  if (connection === "none" || (connection === "disconnected" && !list)) {
    return <NotConnected state={connection} />;
  }
  if (!list) {
    return query.isError ? (
      <ListFailed error={query.error} retry={() => query.refetch()} />
    ) : (
      <InboxSkeleton />
    );
  }
  const { all, shown, count, sums, facets, choices, earlier, nextCursor, isFurther, isCut } = list;
  const isPart = isNarrowed(search);
  const isShort = !isPart && !isAsked && search.sort === null && count <= FEW;
  const credits = summary.data?.credits ?? null;
  const filtering = { search, choices, pathname };
  return (
    <>
      {count === 0 ? null : (
        <InboxHeading
          approvals={all}
          nextExpiresAt={summary.data?.waiting.nextExpiresAt ?? null}
          count={count}
          isPage={isPage}
          action={
            isShort ? <ShowSearch href={withMore(pathname, search)} show={() => setIsAsked(true)} /> : null
          }
        />
      )}
      <ApartIndex />
      <InboxNotices summary={summary.data} staleSince={query.isError ? query.dataUpdatedAt : null} />
      {count === 0 && summary.data && isCutOff(summary.data.sync) ? (
        <NothingRead isPage={isPage} lastReadAt={summary.data.sync.lastReadAt} />
      ) : count === 0 ? (
        <NothingWaiting isPage={isPage} />
      ) : (
        <>
          <div className="mt-5">
            <Sums
              sums={isPart && facets.count > 0 ? facets.sums : sums}
              whole={isPart && facets.count > 0 ? sums : null}
              shown={facets.count}
              all={count}
            />
            {credits ? (
              <Credit
                credits={{ ...credits, shortfall: creditShortfall(credits.availableCents, sums) }}
                charge={sums.charge}
                covers={facets.covers}
              />
            ) : null}
          </div>
          <div className="mt-4 grid gap-2 desk:mt-5">
            <Toolbar {...filtering} isShort={isShort} goTo={goTo} />
            <Kinds counts={facets.kinds} search={search} pathname={pathname} />
            <Chips {...filtering} />
          </div>
          {isPart && shown.length > 0 ? (
            <HiddenUrgent
              hidden={facets.hidden}
              soonestShown={shown[0]?.expiresAt ?? null}
              search={search}
              pathname={pathname}
            />
          ) : null}
          {shown.length === 0 ? (
            <NoneMatches
              others={count}
              nextExpiresAt={facets.hidden[0] ?? null}
              href={`${pathname}${inboxSearch({ sort: search.sort })}`}
            />
          ) : (
            <List approvals={shown} search={search} marks={facets.marks} earlier={earlier} chosen={chosen} />
          )}
          <Further
            nextCursor={nextCursor}
            isFurther={isFurther}
            place={`${pathname}${inboxSearch(search)}`}
          />
          {isCut ? <p className="py-4 text-ink-2 text-small">{words.inbox.more(all.length)}</p> : null}
          {shown.length > 0 && !search.isOther ? (
            <p className="mt-2">
              <ExportLink
                filters={
                  isPart ? Object.fromEntries(apiSearch({ ...search, sort: null, phases: null }, INBOX)) : {}
                }
              />
            </p>
          ) : null}
        </>
      )}
      <Apart />
      <CoverageLine />
    </>
  );
}

/** Pages, for who has no scripts; with them the rest is there a moment later. */
function Further({
  nextCursor,
  isFurther,
  place,
}: {
  nextCursor: string | null;
  isFurther: boolean;
  place: string;
}) {
  const words = useWords().inboxList;
  if (nextCursor === null && !isFurther) return null;
  const cursor = nextCursor && `${place.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(nextCursor)}`;
  return (
    <p data-slot="further" className="flex gap-4 py-4 font-medium text-pen text-small">
      {isFurther ? <Link href={place}>{words.first}</Link> : null}
      {cursor ? <Link href={`${place}${cursor}`}>{words.next(FIRST_ROWS)}</Link> : null}
    </p>
  );
}

/** What was never read is not known to be empty; nor is what is not read at present. */
function isCutOff({ state, lastReadAt }: Summary["sync"]): boolean {
  return lastReadAt === null || state === "refused" || state === "unreachable" || state === "off";
}
