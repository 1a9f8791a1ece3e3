"use client";

import { addresses } from "@/components/addresses";
import { Money } from "@/components/money/money";
import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { When } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { Hint } from "@/lib/api/types";

/** Signs that something may wait unseen, each in what it is worth. */
export function Hints({ hints }: { hints: Hint[] }) {
  const words = useSettingsWords().coverage;
  return (
    <Section title={words.hints}>
      {hints.length === 0 ? <p className="text-ink-2">{words.hintsNone}</p> : null}
      <ul className="divide-y">
        {hints.map((hint) => (
          <li key={`${hint.kind} ${hint.subjectId}`} className="py-3">
            <OneHint hint={hint} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneHint({ hint: { subject, amountCents, since, text, contractId } }: { hint: Hint }) {
  const words = useSettingsWords().coverage;
  return (
    <>
      <p className="flex flex-wrap gap-x-3 font-medium">
        {subject === null ? null : <TheirWords text={subject} />}
        {amountCents === null ? null : <Money cents={amountCents} />}
        {since === null ? null : (
          <span className="font-normal text-ink-3">
            <Phrase text={words.hintSince} when={<When at={since} />} />
          </span>
        )}
      </p>
      <p className="mt-1 max-w-sheet text-ink-2">{text}</p>
      {contractId === null ? null : (
        <Link
          href={addresses.contract(contractId)}
          className="inline-flex min-h-touch items-center text-pen underline-offset-2 hover:underline pad:min-h-0"
        >
          {words.hintContract}
        </Link>
      )}
    </>
  );
}
