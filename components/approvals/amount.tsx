"use client";

import { Money } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import type { Money as MoneyJson } from "@/lib/api/types";
import { formatAtLeast, formatMoney, spokenMoney } from "@/lib/messages/format";

/** The one figure of a request: a plus where a fee is not stated, "at least" where a part is unknown. */
export function Amount({
  money,
  isSettled = false,
  isExplained = false,
}: {
  money: MoneyJson;
  /** What was settled has no fee to come. */
  isSettled?: boolean;
  /** The words beside it name the fee: it needs no mark. */
  isExplained?: boolean;
}) {
  const { locale } = useReader();
  const words = useWords().money;
  const { totalCents, maxTotalCents, atLeast } = money;
  if (totalCents === null) return <span className="font-medium text-ink-2">{words.unknown}</span>;
  const isOpenEnded = !isSettled && !isExplained && maxTotalCents !== null && maxTotalCents > totalCents;
  if (!atLeast && !isOpenEnded) return <Money cents={totalCents} />;
  return (
    <>
      <span aria-hidden="true">
        {formatAtLeast(formatMoney(totalCents, locale), atLeast, locale)}
        {isOpenEnded ? (
          <span className="absolute ps-px font-medium text-caption text-ink-2">{words.plus}</span>
        ) : null}
      </span>
      <span className="sr-only">
        {formatAtLeast(spokenMoney(totalCents, locale), atLeast, locale)}
        {isOpenEnded ? ` ${words.plusSpoken}` : null}
      </span>
    </>
  );
}
