"use client";

import type { ReactNode } from "react";
import { Money, MoneyRange } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import { Phrase } from "@/components/ui/phrase";
import type { Sums as SumsJson } from "@/lib/api/types";
import { formatMoney, formatMoneyRange } from "@/lib/messages/format";

/** Three sums side by side that are never added: what is charged, what leaves escrow, what is decided on. */
export function Sums({
  sums,
  whole = null,
  shown = 0,
  all = 0,
}: {
  sums: SumsJson;
  /** What waits in all, where these are the sums of a part of it. */
  whole?: SumsJson | null;
  shown?: number;
  all?: number;
}) {
  const { inbox: words, inboxList } = useWords();
  return (
    <>
      {whole === null ? null : (
        <p className="mb-2 font-medium text-small text-soon">{inboxList.ofShown(shown, all)}</p>
      )}
      <dl
        aria-label={words.sums}
        className="grid grid-cols-2 gap-x-4 border-y py-2 @min-[34rem]:grid-cols-sums @min-[34rem]:gap-x-0 @min-[34rem]:py-0"
      >
        <Sum name={words.toCharge} isWide>
          <Charge charge={sums.charge} />
          {whole ? (
            <InAll
              min={whole.charge.minCents}
              max={whole.charge.maxCents}
              unknown={whole.charge.unknownCount}
            />
          ) : null}
        </Sum>
        <Sum name={words.leaves}>
          <Flat cents={sums.release.cents} unknownCount={sums.release.unknownCount} />
          {whole ? (
            <InAll min={whole.release.cents} max={whole.release.cents} unknown={whole.release.unknownCount} />
          ) : null}
        </Sum>
        <Sum name={words.atStake}>
          <Flat cents={sums.atStake.cents} unknownCount={sums.atStake.unknownCount} />
          {whole ? (
            <InAll min={whole.atStake.cents} max={whole.atStake.cents} unknown={whole.atStake.unknownCount} />
          ) : null}
        </Sum>
      </dl>
    </>
  );
}

/** The whole beside a part of it. */
function InAll({ min, max, unknown }: { min: number; max: number; unknown: number }) {
  const words = useWords();
  if (max === 0 && unknown === 0) return null;
  return (
    <small className="block font-normal text-ink-2 text-small tracking-normal">
      <Phrase text={words.inboxList.inAll} amount={<MoneyRange min={min} max={max} unknown={unknown} />} />
    </small>
  );
}

function Sum({ name, isWide = false, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div
      className={`${isWide ? "col-span-2 @min-[34rem]:col-span-1" : ""} min-w-0 py-1 @min-[34rem]:border-s @min-[34rem]:py-3 @min-[34rem]:ps-4 @min-[34rem]:pe-2 @min-[34rem]:first:border-s-0 @min-[34rem]:first:ps-0`}
    >
      <dt className="text-ink-2 text-small">{name}</dt>
      <dd className="font-semibold text-title">{children}</dd>
    </div>
  );
}

function Charge({ charge }: { charge: SumsJson["charge"] }) {
  const words = useWords().inbox;
  const { locale } = useReader();
  const { minCents, maxCents, unknownCount } = charge;
  if (minCents === maxCents) return <Flat cents={minCents} unknownCount={unknownCount} />;
  return (
    <>
      <span aria-hidden="true">
        {formatMoney(minCents, locale)}{" "}
        <small className="inline-block whitespace-nowrap font-normal text-ink-2 text-small tracking-normal">
          <Phrase text={words.to} amount={formatMoney(maxCents, locale)} />
          {words.withFeesNote}
        </small>
      </span>
      <span className="sr-only">
        <MoneyRange min={minCents} max={maxCents} />
      </span>
      <Unknown count={unknownCount} />
    </>
  );
}

function Flat({ cents, unknownCount }: { cents: number; unknownCount: number }) {
  const { locale } = useReader();
  const words = useWords().money;
  if (cents === 0 && unknownCount === 0) return <span className="font-normal text-ink-3">{words.none}</span>;
  if (cents === 0) return <span className="text-body">{formatMoneyRange(0, 0, locale, unknownCount)}</span>;
  return (
    <>
      <Money cents={cents} />
      <Unknown count={unknownCount} />
    </>
  );
}

function Unknown({ count }: { count: number }) {
  const words = useWords().money;
  if (count === 0) return null;
  return (
    <small className="block font-normal text-ink-2 text-small tracking-normal">
      {words.unknownToo(count)}
    </small>
  );
}
