"use client";

import type { ReactNode } from "react";
import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords, TheirWordsCompared } from "@/components/their-words";
import { Phrase } from "@/components/ui/phrase";
import type { TermChange } from "@/lib/api/types";
import { centsFromDollars } from "@/lib/domain/cents";
import { formatDay, formatMoney } from "@/lib/messages/format";

/** What is compared, for whoever hears it: the replaced with the newer, recorded with told, asked with confirmed. */
type Comparison = "replaced" | "told" | "confirmed";

/** Each term that differs, before and after: amounts and dates whole, texts by their words. */
export function TermChanges({ changes, what }: { changes: readonly TermChange[]; what: Comparison }) {
  const fields = useDomainWords().terms;
  return (
    <dl data-slot="term-changes" className="text-small">
      {changes.map((change) => (
        <div key={change.field} className="grid gap-x-3 border-b py-2 pad:grid-cols-facts">
          <dt className="text-ink-3">{fields[change.field]}</dt>
          <dd className="min-w-0">
            <TermCompared change={change} what={what} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function TermCompared({ change, what }: { change: TermChange; what: Comparison }) {
  const { compared } = useWords().detail.lineage;
  const spoken = { ...compared, ...compared[what] };
  const { field, before, after } = change;
  if (change.words !== null) {
    const words = <TheirWordsCompared changes={change.words} spoken={spoken} />;
    // As long as a description may be, it stays apart from the page's own words.
    return field === "description" ? <span className="block border-s-2 ps-3">{words}</span> : words;
  }
  const isText = field === "name" || field === "description";
  return (
    <span className={isText ? "grid justify-items-start gap-1" : "flex flex-wrap items-baseline gap-x-3"}>
      <del>
        <span className="sr-only">{spoken.out}</span>
        <Value field={field} value={before} />
        <span className="sr-only">{spoken.end}</span>
      </del>
      <ins>
        <span className="sr-only">{spoken.in}</span>
        <Value field={field} value={after} />
        <span className="sr-only">{spoken.end}</span>
      </ins>
      {field === "amountCents" ? <HowMuch before={before} after={after} /> : null}
    </span>
  );
}

function Value({ field, value }: { field: TermChange["field"]; value: string | null }): ReactNode {
  const { locale } = useReader();
  const { termNotGiven } = useDomainWords();
  if (value === null) return termNotGiven;
  if (field === "dueDate") return <TheirWords text={formatDay(value, locale)} />;
  const cents = field === "amountCents" ? centsFromDollars(value).cents : null;
  return cents === null ? <TheirWords text={value} /> : <Money cents={cents} />;
}

export function HowMuch({ before, after }: Pick<TermChange, "before" | "after">) {
  const { locale } = useReader();
  const words = useWords().detail.lineage.changes;
  const [was, is] = [centsFromDollars(before).cents, centsFromDollars(after).cents];
  if (was === null || is === null || was === is) return null;
  return (
    <span className="text-ink-3">
      <Phrase text={is > was ? words.more : words.less} amount={formatMoney(Math.abs(is - was), locale)} />
    </span>
  );
}
