"use client";

import type { ReactNode } from "react";
import { Money } from "@/components/money/money";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age, Instant } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { Ledger, LedgerLine } from "@/lib/api/types";

/** What OpenTrain wrote down of the contract's money, line by line, and how far that is known. */
export function LedgerLines({ ledger }: { ledger: Ledger }) {
  const words = useWords().contracts.ledger;
  const { lines, more, readAt, isWhole, unknown } = ledger;
  return (
    <Section title={words.title}>
      {lines.length > 0 ? <LedgerTable lines={lines} /> : null}
      <div className="mt-2 text-ink-2 text-small">
        {more > 0 ? <p>{words.more(more)}</p> : null}
        {readAt === null ? (
          <p>{unknown?.text ?? words.notRead}</p>
        ) : (
          <p>
            {lines.length === 0 && isWhole ? `${words.none} ` : null}
            {lines.length === 0 && isWhole ? null : <Phrase text={words.source} ago={<Age at={readAt} />} />}{" "}
            {isWhole ? null : words.notWhole} {unknown?.text}
          </p>
        )}
      </div>
    </Section>
  );
}

export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }) {
  const { columns } = useWords().contracts.ledger;
  return (
    <table data-slot="ledger" className="w-full border-t">
      <thead className="sr-only">
        <tr>
          <th scope="col" className="hidden pad:table-cell">
            {columns.when}
          </th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.amount}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="border-b align-top">
            <td className="hidden w-[11rem] py-2 pe-3 text-ink-3 text-small pad:table-cell">
              <At at={line.at} />
            </td>
            <td className="py-2">
              <span className="block text-ink-3 text-small pad:hidden">
                <At at={line.at} />
              </span>
              <What line={line} />
            </td>
            <td className="py-2 ps-3 text-end align-bottom pad:align-top">
              <HowMuch line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function At({ at }: { at: string | null }) {
  const words = useWords().contracts.ledger;
  return at === null ? words.unknownTime : <Instant at={at} />;
}

function What({ line: { type, milestoneName, note } }: { line: LedgerLine }) {
  const words = useWords().contracts.ledger;
  const known = type !== null && Object.hasOwn(words.types, type) ? words.types[type] : undefined;
  return (
    <>
      {known ??
        (type === null ? (
          words.typeNone
        ) : (
          <Phrase text={words.typeUnknown} type={<TheirWords text={type} />} />
        ))}
      {milestoneName === null ? null : (
        <span className="text-ink-2">
          {" · "}
          <TheirWords text={milestoneName} />
        </span>
      )}
      {note === null ? null : (
        <span className="block text-ink-3 text-small">
          <Phrase text={words.note} note={<TheirWords text={note} />} />
        </span>
      )}
    </>
  );
}

/** Which way it went is said in words; the sign of what is paid out of a hold is not documented. */
function HowMuch({ line: { type, amountCents, amountUnreadable } }: { line: LedgerLine }): ReactNode {
  const { into, from, held } = useWords().contracts.ledger;
  if (amountCents === null) {
    return (
      <>
        <Money cents={null} />
        {amountUnreadable === null ? null : (
          <span className="block text-ink-3 text-small">
            <TheirWords text={amountUnreadable} />
          </span>
        )}
      </>
    );
  }
  const way = type === "CAPTURE" ? held : amountCents < 0 ? from : into;
  return (
    <>
      <span className="block whitespace-nowrap font-semibold">
        <Money cents={Math.abs(amountCents)} />
      </span>
      <span className="block whitespace-nowrap text-caption text-ink-2">{way}</span>
    </>
  );
}
