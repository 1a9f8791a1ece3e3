"use client";

import type { ReactNode } from "react";
import { MoneyRange } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import { Phrase } from "@/components/ui/phrase";
import type { Summed } from "@/lib/api/types";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { formatMonth } from "@/lib/messages/format-calendar";
import type { Month } from "./structure";

export function monthId(month: string): string {
  return `month-${month}`;
}

/** Stays at the top while its month is looked at. */
export function MonthTitle({ month, aside }: { month: Month; aside?: ReactNode }) {
  const { locale } = useReader();
  return (
    <div className="flex min-h-touch items-center justify-between gap-3 border-b">
      <h2 id={monthId(month.month)} tabIndex={-1} className="text-title outline-none">
        {formatMonth(month.month, locale)}
      </h2>
      {aside}
    </div>
  );
}

/** What the whole month comes to, however much of it is here: how each ended, and the three sums apart. */
export function MonthSums({ month }: { month: Month }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 pt-2 pb-3 text-ink-2 text-small">
      <Outcomes summed={month} />
      <Moved summed={month} />
    </div>
  );
}

export function Outcomes({ summed: { outcomes } }: { summed: Summed }) {
  const words = useWords().history.outcomes;
  const shown = SETTLED_PHASES.filter((phase) => outcomes[phase] > 0);
  return <span>{shown.map((phase) => words[phase](outcomes[phase])).join(" · ")}</span>;
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
