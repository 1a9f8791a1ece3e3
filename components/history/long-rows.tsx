"use client";

import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
} from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useImperativeHandle, useMemo, useRef } from "react";
import type { Approval, HistorySums } from "@/lib/api/types";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { blocksIn, monthsIn, type Placed } from "./blocks";
import { DayHeading, dayId } from "./day-heading";
import { focusSoon } from "./focus-soon";
import { MonthSums, MonthTitle, monthId, stickyMonth } from "./month-heading";
import { MonthJump } from "./month-jump";
import { partsOf } from "./parts";
import type { Place } from "./place";
import { RowOrRoom } from "./row-or-room";
import { type Line, structureOf } from "./structure";
import { type AnyVirtualizer, useAnchored } from "./use-anchored";
import { useIsDesk } from "./use-is-desk";
import { useOffset } from "./use-offset";
import type { Measured } from "./use-place";
import { useRows } from "./use-rows";

type Props = {
  sums: HistorySums;
  first: readonly Approval[];
  listing: ApprovalListing;
  /** What the API is asked, and what the page's address says. */
  query: string;
  search: string;
  measured: RefObject<Measured | null>;
};

/** A list of any length: as high as all of it, with only what is on the screen in it. */
export function LongRows(props: Props) {
  return useIsDesk() ? <InColumn {...props} /> : <InPage {...props} />;
}

function InColumn(props: Props) {
  const list = useRef<HTMLDivElement>(null);
  const common = useCommon(props, list, "desk");
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    ...common.options,
    getScrollElement: () => document.getElementById("content"),
  });
  return <Lines {...props} list={list} common={common} virtualizer={virtualizer} />;
}

function InPage(props: Props) {
  const list = useRef<HTMLDivElement>(null);
  const common = useCommon(props, list, "phone");
  const virtualizer = useWindowVirtualizer<HTMLElement>(common.options);
  return <Lines {...props} list={list} common={common} virtualizer={virtualizer} />;
}

/** About as high as they come out; each is measured once it is there. */
const HEIGHTS = {
  desk: { month: 55, sums: 45, day: 42, row: 64 },
  phone: { month: 56, sums: 82, day: 42, row: 118 },
} as const;
const OVERSCAN = 8;

type Common = ReturnType<typeof useCommon>;

function useCommon({ sums }: Props, list: RefObject<HTMLDivElement | null>, size: keyof typeof HEIGHTS) {
  const structure = useMemo(() => structureOf(sums), [sums]);
  const scrollMargin = useOffset(list);
  const options = useMemo(
    () => ({
      count: structure.lines,
      scrollMargin,
      overscan: OVERSCAN,
      estimateSize: (index: number) => HEIGHTS[size][structure.lineAt(index).kind],
      // What comes in above moves none of those below.
      getItemKey: (index: number) => structure.lines - index,
      rangeExtractor(range: Range) {
        const shown = defaultRangeExtractor(range);
        const top = shown[0];
        if (top === undefined) return shown;
        const { month, day } = structure.headingsOf(top);
        return [...new Set([month, ...(day === null ? [] : [day]), ...shown])].sort((a, b) => a - b);
      },
    }),
    [structure, scrollMargin, size],
  );
  return { structure, scrollMargin, options, rowHeight: HEIGHTS[size].row };
}

function Lines({
  sums,
  first,
  listing,
  query,
  search,
  measured,
  list,
  common: { structure, scrollMargin, rowHeight },
  virtualizer,
}: Props & {
  list: RefObject<HTMLDivElement | null>;
  common: Common;
  virtualizer: AnyVirtualizer;
}) {
  const { from, to } = listing;
  const parts = useMemo(() => partsOf(sums.days, { from, to }), [sums, from, to]);
  const items = virtualizer.getVirtualItems();
  const lines = items.map((item) => ({ ...item, line: structure.lineAt(item.index) }));
  const rows = lines.flatMap(({ line }) => (line.kind === "row" ? [line.row] : []));
  const rowAt = useRows(query, parts, { first: rows[0] ?? 0, last: rows.at(-1) ?? 0 }, first);
  useImperativeHandle(measured, () => ({
    where() {
      const offset = virtualizer.scrollOffset ?? 0;
      const item = virtualizer.getVirtualItemForOffset(offset);
      return item
        ? { fromEnd: structure.lines - item.index, within: offset - item.start }
        : { fromEnd: null, within: 0 };
    },
    goTo({ fromEnd, within }: Place) {
      const index = Math.min(structure.lines - 1, Math.max(0, structure.lines - (fromEnd ?? 0)));
      const [start] = virtualizer.getOffsetForIndex(index, "start") ?? [0];
      virtualizer.scrollToOffset(start + within);
    },
  }));
  useAnchored(structure.lines, virtualizer, scrollMargin);
  const goToMonth = (month: string) => {
    const index = structure.monthLine(month);
    if (index === null) return;
    virtualizer.scrollToIndex(index, { align: "start" });
    focusSoon(monthId(month));
  };
  const stuck = dayUnder(lines, virtualizer.scrollOffset ?? 0);
  const top = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const draw = (index: number, line: Line): ReactNode => {
    const measure = { ref: virtualizer.measureElement, "data-index": index };
    switch (line.kind) {
      case "month":
        return (
          <div key={`m${line.month.month}`} {...measure} className={stickyMonth}>
            <MonthTitle
              month={line.month}
              day={stuck?.month === line.month.month ? stuck.day : null}
              aside={<MonthJump months={sums.months} current={line.month.month} goTo={goToMonth} />}
            />
          </div>
        );
      case "sums":
        return (
          <div key={`s${line.month.month}`} {...measure}>
            <MonthSums month={line.month} />
          </div>
        );
      case "day":
        return (
          <div key={`d${line.day.day}`} {...measure}>
            <DayHeading day={line.day.day} />
          </div>
        );
      case "row":
        return (
          <li
            key={`r${structure.rows - line.row}`}
            {...measure}
            aria-setsize={line.day.count}
            aria-posinset={line.inDay + 1}
          >
            <RowOrRoom approval={rowAt(line.row)} search={search} height={rowHeight} />
          </li>
        );
    }
  };
  return (
    <div ref={list} style={{ minHeight: virtualizer.getTotalSize() }} data-slot="long-list">
      <div style={{ height: top }} />
      {monthsIn(lines).map(({ month, of }) => (
        <section key={month} aria-labelledby={monthId(month)}>
          {blocksIn(of).map((block) => {
            const gap = block.gap > 0.5 ? <div key={`g${block.key}`} style={{ height: block.gap }} /> : null;
            const drawn = block.lines.map(({ index, line }) => draw(index, line));
            return [
              gap,
              block.day === null ? (
                drawn
              ) : (
                <ul key={block.key} aria-labelledby={dayId(block.day)}>
                  {drawn}
                </ul>
              ),
            ];
          })}
        </section>
      ))}
    </div>
  );
}

/** As high as the month's title, under which the first row that is seen stands. */
const TITLE_PX = 57;

/** Which day is looked at, once its own heading is out of sight. */
function dayUnder(lines: readonly Placed[], offset: number): { month: string; day: string } | null {
  const line = lines.find(({ end }) => end > offset + TITLE_PX)?.line;
  return line?.kind === "row" ? { month: line.day.month, day: line.day.day } : null;
}
