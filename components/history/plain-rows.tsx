"use client";

import { useReader } from "@/components/reader";
import type { Approval, HistorySums } from "@/lib/api/types";
import { byDay } from "./by-day";
import { DayHeading, dayId } from "./day-heading";
import { HistoryRow } from "./history-row";
import { MonthSums, MonthTitle, monthId, stickyMonth } from "./month-heading";

/** A page of the list as it is: short ones whole, and all of them where there are no scripts. */
export function PlainRows({
  approvals,
  sums,
  search,
  cursor,
}: {
  approvals: readonly Approval[];
  sums: HistorySums | undefined;
  search: string;
  cursor: string | null;
}) {
  const { timeZone } = useReader();
  const days = byDay(approvals, timeZone);
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  return months.map((name) => {
    const month = sums?.months.find((one) => one.month === name);
    return (
      <section key={name} aria-labelledby={month ? monthId(name) : undefined}>
        {month ? (
          <>
            <div className={stickyMonth}>
              <MonthTitle month={month} />
            </div>
            <MonthSums month={month} />
          </>
        ) : null}
        {days
          .filter(({ day }) => day.startsWith(name))
          .map(({ day, rows }) => (
            <div key={day}>
              <DayHeading day={day} />
              <ul aria-labelledby={dayId(day)}>
                {rows.map((approval) => (
                  <li key={approval.id} id={approval.id}>
                    <HistoryRow approval={approval} search={search} cursor={cursor} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </section>
    );
  });
}
