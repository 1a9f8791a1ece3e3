"use client";

import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import type { Approval, TermChange, Terms } from "@/lib/api/types";
import { formatDay } from "@/lib/messages/format";
import { HowMuch, TermCompared } from "./term-changes";

const FIELDS = ["name", "amountCents", "dueDate", "description"] as const satisfies (keyof Terms)[];

/** Asked against confirmed, line by line: the person may have changed the terms on OpenTrain's page. */
export function Receipt({ approval, changes }: { approval: Approval; changes: readonly TermChange[] }) {
  const words = useWords().detail.receipt;
  const fields = useDomainWords().terms;
  const asked = approval.recordedTerms ?? approval.toldTerms;
  const { confirmedTerms: confirmed } = approval;
  if (approval.phase !== "confirmed" || confirmed === null) return null;
  const changed = new Map(changes.map((change) => [change.field, change]));
  const shown = FIELDS.filter((field) => (asked?.[field] ?? null) !== null || confirmed[field] !== null);
  return (
    <Section title={words.title}>
      <p className="text-ink-2 text-small">
        {asked === null ? null : changed.size === 0 ? words.same : words.changed(changed.size)}
      </p>
      <table className="mt-2 w-full table-fixed">
        <thead>
          <tr className="border-ink border-b-[1.5px] text-caption text-ink-3">
            <td className="w-[6.5rem]" />
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {words.asked}
            </th>
            <th scope="col" className="py-1 text-start font-normal">
              {words.confirmed}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field} className="border-b align-top">
              <th scope="row" className="py-2 pe-3 text-start font-normal text-ink-2 text-small">
                {fields[field]}
              </th>
              <Cells asked={asked} confirmed={confirmed} field={field} change={changed.get(field)} />
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** A changed text is one text with its changes marked; a changed figure stands beside what was asked. */
function Cells({
  asked,
  confirmed,
  field,
  change,
}: {
  asked: Terms | null;
  confirmed: Terms;
  field: keyof Terms;
  change: TermChange | undefined;
}) {
  const words = useWords().detail.receipt;
  const mark = change ? <Tag tone="soon">{words.marked}</Tag> : null;
  if (change?.words) {
    return (
      <td colSpan={2} className="py-2">
        <TermCompared change={change} what="confirmed" /> {mark}
      </td>
    );
  }
  return (
    <>
      <td className="py-2 pe-3">
        {change ? (
          <del>
            <Term terms={asked} field={field} />
          </del>
        ) : (
          <Term terms={asked} field={field} />
        )}
      </td>
      <td className="py-2">
        <span className={change ? "font-semibold" : ""}>
          <Term terms={confirmed} field={field} />
        </span>{" "}
        {mark}
        {change && field === "amountCents" ? (
          <span className="block text-small">
            <HowMuch before={change.before} after={change.after} />
          </span>
        ) : null}
      </td>
    </>
  );
}

function Term({ terms, field }: { terms: Terms | null; field: keyof Terms }) {
  const { locale } = useReader();
  const { termNotGiven } = useDomainWords();
  const value = terms?.[field] ?? null;
  if (value === null) return <span className="text-ink-3">{termNotGiven}</span>;
  if (typeof value === "number") return <Money cents={value} />;
  return <TheirWords text={field === "dueDate" ? formatDay(value, locale) : value} />;
}
