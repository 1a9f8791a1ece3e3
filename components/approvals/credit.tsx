"use client";

import { useId } from "react";
import { useReader, useWords } from "@/components/reader";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { Summary } from "@/lib/api/types";
import { formatMoney, formatMoneyRange } from "@/lib/messages/format";

type Props = {
  credits: NonNullable<Summary["credits"]>;
  charge: Summary["waiting"]["charge"];
  /** Of all charges that wait, the nearest deadline first. */
  covers: { covered: number; all: number } | null;
};

/** Credit against what waits. It informs and never blocks: the owner may pay by card. */
export function Credit({ credits, charge, covers }: Props) {
  const { locale } = useReader();
  const words = useWords().inbox;
  const available = formatMoney(credits.availableCents, locale);
  if (charge.maxCents === 0 && charge.unknownCount === 0) {
    return (
      <p className="pt-3 text-ink-2 text-small">
        <Phrase text={words.credit} amount={<b className="font-semibold text-ink">{available}</b>} />
      </p>
    );
  }
  const covered =
    charge.maxCents > 0 ? Math.min(1, Math.max(0, credits.availableCents / charge.maxCents)) : 1;
  return (
    <div data-slot="credit" className="grid gap-2 pt-3">
      {charge.maxCents > 0 ? (
        <CoverBar
          covered={covered}
          label={phraseText(words.creditBar, {
            credit: available,
            charge: formatMoneyRange(charge.minCents, charge.maxCents, locale),
          })}
        />
      ) : null}
      <p className="flex flex-wrap justify-between gap-x-4 text-ink-2 text-small">
        <Covers credits={credits} covers={covers} available={available} />
        <Short shortfall={credits.shortfall} />
      </p>
    </div>
  );
}

/** Widths are SVG attributes: the page's policy takes no style from the markup. */
function CoverBar({ covered, label }: { covered: number; label: string }) {
  const hatch = useId();
  const percent = Math.round(covered * 1000) / 10;
  return (
    <svg className="block h-[6px] w-full rounded-full" role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(25)">
          <path d="M1.5 0V6" className="hatch-line" strokeWidth="3" />
        </pattern>
      </defs>
      <rect className="bar-ground" width="100%" height="100%" />
      {covered < 1 ? (
        <rect x={`${percent}%`} width={`${100 - percent}%`} height="100%" fill={`url(#${hatch})`} />
      ) : null}
      <rect className="bar-covered" width={`${percent}%`} height="100%" />
    </svg>
  );
}

function Covers({ credits, covers, available }: Pick<Props, "credits" | "covers"> & { available: string }) {
  const words = useWords().inbox;
  const { covered, all } = covers ?? { covered: 0, all: 0 };
  const text =
    credits.shortfall === null || covered === all
      ? words.creditCoversAll
      : credits.shortfall.minCents === 0
        ? words.creditPerhaps
        : covered === 0
          ? words.creditCoversNothing
          : words.creditCoversSome;
  return (
    <span>
      <Phrase
        text={text}
        amount={<b className="font-semibold text-ink">{available}</b>}
        covered={covered}
        all={all}
      />
    </span>
  );
}

function Short({ shortfall }: { shortfall: NonNullable<Summary["credits"]>["shortfall"] }) {
  const { locale } = useReader();
  const words = useWords().inbox;
  if (shortfall === null || shortfall.maxCents === 0) return null;
  const isCertain = shortfall.minCents > 0;
  const amount = isCertain
    ? formatMoneyRange(shortfall.minCents, shortfall.maxCents, locale)
    : formatMoney(shortfall.maxCents, locale);
  const text = !isCertain ? words.shortPerhaps : shortfall.atLeast ? words.shortAtLeast : words.short;
  return (
    <span className={isCertain ? "font-semibold text-last" : "font-medium text-soon"}>
      <Phrase text={text} amount={amount} />
    </span>
  );
}
