"use client";

import { useEffect, useMemo, useRef } from "react";
import { Row, type RowChoice } from "@/components/approvals/row";
import { useDomainWords, useWords } from "@/components/reader";
import { useAtNow } from "@/components/time/clock";
import type { Approval } from "@/lib/api/types";
import { TIME_GROUPS, type TimeGroup, timeGroupOf } from "@/lib/domain/phase";
import { type InboxSearch, inboxSearch, orderIn } from "./address";
import { ArrivalsPill } from "./arrivals-pill";
import type { EarlierRequests } from "./earlier";
import { LeftRow } from "./left-row";
import type { Entry } from "./steady";
import { useGrown } from "./use-grown";
import { useSteady } from "./use-steady";

/** The rows: by the time they have left where that is their order, else one list that says its order. */
export function List({
  approvals,
  search,
  marks,
  earlier,
  chosen,
}: {
  approvals: readonly Approval[];
  search: InboxSearch;
  marks: Readonly<Record<string, string>>;
  earlier: Readonly<Record<string, EarlierRequests>>;
  chosen: { id: string; choice: RowChoice } | null;
}) {
  const place = inboxSearch(search);
  const { entries, waiting, list, setScrolled, showAll } = useSteady(approvals, place);
  const count = useGrown(entries.length, place);
  const drawn = useMemo(() => entries.slice(0, count), [entries, count]);
  const top = useTop(setScrolled);
  const rows = (of: readonly Entry[]) =>
    of.map(({ approval, isGone, isNew }) =>
      isGone ? (
        <LeftRow key={approval.id} approval={approval} />
      ) : (
        <Row
          key={approval.id}
          approval={approval}
          search={place}
          choice={chosen !== null && chosen.id === approval.id ? chosen.choice : null}
          idEnd={marks[approval.id] ?? null}
          earlier={earlier[approval.id] ?? null}
          isNew={isNew}
        />
      ),
    );
  const sort = orderIn(search);
  return (
    <>
      <div ref={top} />
      <ArrivalsPill waiting={waiting} all={approvals} show={showAll} />
      <div data-slot="rows" {...list}>
        {sort === "expires" || sort === "-expires" ? (
          <Groups entries={drawn} rows={rows} />
        ) : (
          <Ordered sort={sort}>{rows(drawn)}</Ordered>
        )}
      </div>
    </>
  );
}

function Ordered({
  sort,
  children,
}: {
  sort: Exclude<ReturnType<typeof orderIn>, "expires">;
  children: React.ReactNode;
}) {
  const words = useWords().inboxList.ordered;
  return (
    <section aria-labelledby="list-order" className="mt-5">
      <h2 id="list-order" className="border-b pb-2 font-semibold text-ink-2 text-small">
        {words[sort]}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

/** In the order of the rows, so that it is true for the shortest first and for the longest first. */
function Groups({
  entries,
  rows,
}: {
  entries: readonly Entry[];
  rows: (of: readonly Entry[]) => React.ReactNode;
}) {
  const notes = useWords().time.groupNotes;
  const names = useDomainWords().timeGroups;
  const deadlines = useMemo(
    () => entries.map(({ approval: { expiresAt } }) => (expiresAt === null ? null : new Date(expiresAt))),
    [entries],
  );
  // One letter for each row: drawn again when one of them changes its group, not at each tick.
  const letters = useAtNow((now) =>
    deadlines.map((expiresAt) => TIME_GROUPS.indexOf(timeGroupOf({ expiresAt }, now))).join(""),
  );
  const groups = new Map<TimeGroup, Entry[]>();
  entries.forEach((entry, index) => {
    const group = TIME_GROUPS[Number(letters[index])] ?? "no_deadline";
    const there = groups.get(group);
    if (there) there.push(entry);
    else groups.set(group, [entry]);
  });
  return [...groups].map(([group, of]) => {
    const note = group === "past_due" || group === "no_deadline" ? notes[group] : null;
    return (
      <section key={group} aria-labelledby={`group-${group}`} className="mt-5">
        <h2 id={`group-${group}`} className="border-b pb-2 font-semibold text-ink-2 text-small">
          {names[group]}
          {note ? <span className="font-normal text-ink-3">{` · ${note}`}</span> : null}
        </h2>
        <ul>{rows(of)}</ul>
      </section>
    );
  });
}

/** So much of the first row may be gone before a new one above it would be in the way. */
const SLACK = 80;

/** Tells whether the top of the list was scrolled away, in whichever column or page it scrolls. */
function useTop(setScrolled: (is: boolean) => void) {
  const top = useRef<HTMLDivElement>(null);
  const tell = useRef(setScrolled);
  useEffect(() => {
    tell.current = setScrolled;
  }, [setScrolled]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const { current } = top;
      if (current === null || current.checkVisibility?.() === false) return;
      const edge = Math.max(0, current.closest("section")?.getBoundingClientRect().top ?? 0);
      tell.current(current.getBoundingClientRect().top < edge - SLACK);
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const options = { capture: true, passive: true };
    window.addEventListener("scroll", onScroll, options);
    look();
    return () => {
      window.removeEventListener("scroll", onScroll, options);
      cancelAnimationFrame(frame);
    };
  }, []);
  return top;
}
