"use client";

import { MoneyRange } from "@/components/money/money";
import { useWords } from "@/components/reader";
import type { HistorySums } from "@/lib/api/types";
import { Outcomes } from "./month-heading";

/** What came of all that is shown in money, the three kinds apart, and how each request ended. */
export function HistorySumsStrip({ sums }: { sums: HistorySums }) {
  const words = useWords().history;
  const { charge, release, atStake } = sums.confirmed;
  const shown = [
    { name: words.charged, min: charge.minCents, max: charge.maxCents, unknown: charge.unknownCount },
    { name: words.released, min: release.cents, max: release.cents, unknown: release.unknownCount },
    { name: words.decided, min: atStake.cents, max: atStake.cents, unknown: atStake.unknownCount },
  ].filter(({ max, unknown }) => max > 0 || unknown > 0);
  return (
    <div className="mt-4 border-y py-2">
      {shown.length === 0 ? null : (
        <dl aria-label={words.sums} className="flex flex-wrap gap-x-5">
          {shown.map(({ name, min, max, unknown }) => (
            <div
              key={name}
              className="min-w-0 py-1 pad:border-s pad:ps-5 pad:first:border-s-0 pad:first:ps-0"
            >
              <dt className="text-ink-2 text-small">{name}</dt>
              <dd className="font-semibold text-title">
                <MoneyRange min={min} max={max} unknown={unknown} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="pt-1 text-ink-2 text-small">
        <span className="sr-only">{words.outcomes.label}: </span>
        <Outcomes summed={sums} />
      </p>
    </div>
  );
}
