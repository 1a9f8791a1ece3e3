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
    <label className="shrink-0 print:hidden">
      <span className="sr-only">{words.jump}</span>
      <select
        value=""
        onChange={({ target }) => goTo(target.value)}
        className="min-h-touch rounded border border-line-strong bg-sheet px-2 text-[max(1rem,16px)] text-ink desk:min-h-field desk:text-small"
      >
        <option value="" disabled>
          {words.jump}
        </option>
        {months.map(({ month }) => (
          <option key={month} value={month} disabled={month === current}>
            {formatMonth(month, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}
