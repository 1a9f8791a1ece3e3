"use client";

import type { ReactNode } from "react";
import { MoneyRange } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import { Phrase } from "@/components/ui/phrase";
import type { Summed } from "@/lib/api/types";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { formatMonth } from "@/lib/messages/format-calendar";
import { dayName } from "./day-name";
import type { Month } from "./structure";

export function monthId(month: string): string {
  return `month-${month}`;
}

/** Stays at the top while its month is looked at; a desk's column has its margin within. */
export const stickyMonth = "sticky top-0 z-10 bg-paper pt-3 desk:-top-6 print:static";

export function MonthTitle({
  month,
  day = null,
  aside,
}: {
  month: Month;
  /** The day that is looked at, whose own heading is out of sight. */
  day?: string | null;
  aside?: ReactNode;
}) {
  const { locale, timeZone } = useReader();
  const words = useWords().time;
  const now = useNow();
  return (
    <div className="flex min-h-touch items-center justify-between gap-3 border-b">
      <div className="min-w-0 pad:flex pad:items-baseline pad:gap-3">
        <h2 id={monthId(month.month)} tabIndex={-1} className="text-title outline-none">
          {formatMonth(month.month, locale)}
        </h2>
        {day === null ? null : (
          <p aria-hidden="true" className="text-caption text-ink-2 pad:text-small">
            {dayName(day, { locale, timeZone, now }, words)}
          </p>
        )}
      </div>
      {aside}
    </div>
  );
}

/** What the whole month comes to, however much of it is here: how each ended, and the three sums apart. */
export function MonthSums({ month }: { month: Month }) {
  return (
    <div className="pt-2 text-ink-2 text-small">
      <Outcomes summed={month} />
      <p className="flex flex-wrap gap-x-4">
        <Moved summed={month} />
      </p>
    </div>
  );
}

export function Outcomes({ summed: { outcomes } }: { summed: Summed }) {
  const words = useWords().history.outcomes;
  const shown = SETTLED_PHASES.filter((phase) => outcomes[phase] > 0);
  return <p>{shown.map((phase) => words[phase](outcomes[phase])).join(" · ")}</p>;
}

function Moved({ summed }: { summed: Summed }) {
  const words = useWords().history;
  const { charge, release, atStake } = summed.confirmed;
  const sums = [
    { text: words.inShort.charged, min: charge.minCents, max: charge.maxCents, unknown: charge.unknownCount },
    { text: words.inShort.released, min: release.cents, max: release.cents, unknown: release.unknownCount },
    { text: words.inShort.decided, min: atStake.cents, max: atStake.cents, unknown: atStake.unknownCount },
  ].filter(({ max, unknown }) => max > 0 || unknown > 0);
  if (sums.length === 0) return <span>{words.nothingMoved}</span>;
  return sums.map(({ text, min, max, unknown }) => (
    <span key={text}>
      <Phrase
        text={text}
        sum={
          <span className="font-medium text-ink">
            <MoneyRange min={min} max={max} unknown={unknown} />
          </span>
        }
      />
    </span>
  ));
}
