"use client";

import { useReader, useWords } from "@/components/reader";
import { formatMoney, formatMoneyRange, spokenMoney } from "@/lib/messages/format";

/** One amount to the cent. What is not known says so; it is never 0. */
export function Money({ cents }: { cents: number | null }) {
  const { locale } = useReader();
  const words = useWords().money;
  if (cents === null) return <span className="whitespace-nowrap">{words.unknown}</span>;
  return <Spoken figure={formatMoney(cents, locale)} spoken={spokenMoney(cents, locale)} />;
}

/** Both ends where both are possible. */
export function MoneyRange({ min, max, unknown = 0 }: { min: number; max: number; unknown?: number }) {
  const { locale } = useReader();
  return (
    <Spoken
      figure={formatMoneyRange(min, max, locale, unknown)}
      spoken={formatMoneyRange(min, max, locale, unknown, spokenMoney)}
    />
  );
}

/** "$504.95" for the eye, "504.95 US dollars" for the ear. */
function Spoken({ figure, spoken }: { figure: string; spoken: string }) {
  return (
    <>
      <span aria-hidden="true">{figure}</span>
      <span className="sr-only">{spoken}</span>
    </>
  );
}
