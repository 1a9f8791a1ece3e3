"use client";

import type { ReactNode } from "react";
import { Money, MoneyRange } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import { Phrase } from "@/components/ui/phrase";
import type { HistorySums } from "@/lib/api/types";
import { formatMoney, formatMoneyRange } from "@/lib/messages/format";
import { Outcomes } from "./month-heading";

/** What came of all that is shown in money, the three kinds apart, and how each request ended. */
export function HistorySumsStrip({ sums }: { sums: HistorySums }) {
  const words = useWords().history;
  const { charge, release, atStake } = sums.confirmed;
  return (
    <div className="mt-4 border-y py-2">
      <dl aria-label={words.sums} className="grid gap-x-5 pad:grid-cols-sums">
        <Sum name={words.charged}>
          <Range min={charge.minCents} max={charge.maxCents} unknown={charge.unknownCount} />
        </Sum>
        <Sum name={words.released}>
          <Range min={release.cents} max={release.cents} unknown={release.unknownCount} />
        </Sum>
        <Sum name={words.decided}>
          <Range min={atStake.cents} max={atStake.cents} unknown={atStake.unknownCount} />
        </Sum>
      </dl>
      <div className="pt-1 text-ink-2 text-small">
        <p className="sr-only">{words.outcomes.label}</p>
        <Outcomes summed={sums} />
      </div>
    </div>
  );
}

function Sum({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3 py-1 pad:block pad:border-s pad:ps-5 pad:first:border-s-0 pad:first:ps-0">
      <dt className="text-ink-2 text-small">{name}</dt>
      <dd className="font-semibold max-pad:text-end pad:text-title">{children}</dd>
    </div>
  );
}

/** The lower end large, what may come on top of it small: both ends, and what is not known. */
function Range({ min, max, unknown }: { min: number; max: number; unknown: number }) {
  const { locale } = useReader();
  const words = useWords();
  if (max === 0 && unknown === 0) return <span className="font-normal text-ink-3">{words.money.none}</span>;
  if (max === 0) return <span className="text-body">{formatMoneyRange(0, 0, locale, unknown)}</span>;
  const small = "font-normal text-ink-2 text-small tracking-normal";
  return (
    <>
      {min === max ? (
        <Money cents={min} />
      ) : (
        <>
          <span aria-hidden="true">
            {formatMoney(min, locale)}{" "}
            <small className={`inline-block whitespace-nowrap ${small}`}>
              <Phrase text={words.inbox.to} amount={formatMoney(max, locale)} />
            </small>
          </span>
          <span className="sr-only">
            <MoneyRange min={min} max={max} />
          </span>
        </>
      )}
      {unknown === 0 ? null : <small className={`block ${small}`}>{words.money.unknownToo(unknown)}</small>}
    </>
  );
}
