"use client";

import { useReader, useWords } from "@/components/reader";
import { formatMonth } from "@/lib/messages/format-calendar";
import type { Month } from "./structure";

/** To the beginning of any month, without what lies between. */
export function MonthJump({
  months,
  current,
  goTo,
}: {
  months: readonly Month[];
  current: string;
  goTo: (month: string) => void;
}) {
  const { locale } = useReader();
  const words = useWords().history;
  if (months.length < 2) return null;
  return (
    <label className="shrink-0 text-ink-2 text-small print:hidden">
      <span className="max-pad:sr-only">{words.jump} </span>
      <select
        value={current}
        onChange={({ target }) => goTo(target.value)}
        className="min-h-touch max-w-[9.5rem] rounded border border-line-strong bg-sheet px-2 text-[max(1rem,16px)] text-ink desk:min-h-field desk:text-small"
      >
        {months.map(({ month, count }) => (
          <option key={month} value={month}>
            {words.jumpTo(formatMonth(month, locale), count)}
          </option>
        ))}
      </select>
    </label>
  );
}
