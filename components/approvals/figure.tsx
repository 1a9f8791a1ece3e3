"use client";

import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase } from "@/components/ui/phrase";
import type { Money as MoneyJson } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { formatMoney } from "@/lib/messages/format";
import { Amount } from "./amount";

/** The one big figure, with the verb that says what becomes of it. */
export function Figure({ money, phase }: { money: MoneyJson; phase: Phase }) {
  const { locale } = useReader();
  const words = useWords();
  const domain = useDomainWords().money;
  const { totalCents, maxTotalCents } = money;
  const isOpenEnded = totalCents !== null && maxTotalCents !== null && maxTotalCents > totalCents;
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-x-3">
      <span className="font-semibold text-figure">
        <Amount money={money} isExplained />
      </span>
      <span className="text-ink-2 text-small">
        {domain.caption(money, phase)}
        {isOpenEnded && (isOpenPhase(phase) || phase === "confirmed") ? (
          <>
            {"; "}
            <Phrase
              text={isOpenPhase(phase) ? words.inbox.upTo : words.money.withItsFee}
              amount={formatMoney(maxTotalCents, locale)}
            />
          </>
        ) : null}
        {money.unreadable === null ? null : (
          <>
            {": "}
            <TheirWords text={domain.unknownFigure(money)} />
          </>
        )}
      </span>
    </p>
  );
}
