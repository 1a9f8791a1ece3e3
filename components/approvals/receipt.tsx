"use client";

import { LedgerTable } from "@/components/contracts/ledger-lines";
import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import type { Approval, LedgerLine, LedgerReach, Milestone, TermChange, Terms } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { formatDay } from "@/lib/messages/format";
import { MovedAmount } from "./moved-amount";
import { HowMuch, TermCompared } from "./term-changes";

const FIELDS = ["name", "amountCents", "dueDate", "description"] as const satisfies (keyof Terms)[];

/** What was asked against what was confirmed, line by line, and what OpenTrain's ledger shows of it. */
export function Receipt({
  approval,
  changes,
  milestones,
  ledger,
  reach,
}: {
  approval: Approval;
  changes: readonly TermChange[];
  milestones: readonly Milestone[] | null;
  ledger: readonly LedgerLine[];
  reach: LedgerReach | null;
}) {
  const words = useWords().detail.receipt;
  if (approval.phase !== "confirmed") return null;
  const kind = kindOf(approval.type);
  const milestone = milestones?.find(({ id }) => id === approval.milestoneId) ?? null;
  const isOfMilestone = kind === "fund" || kind === "release";
  const isBare = approval.confirmedTerms === null && !isOfMilestone && ledger.length === 0;
  if (isBare && kind !== "hire") return null;
  return (
    <Section title={words.title}>
      {approval.confirmedTerms !== null ? (
        <TermsCompared approval={approval} confirmed={approval.confirmedTerms} changes={changes} />
      ) : isOfMilestone ? (
        <MovedAmount kind={kind} money={approval.money} milestone={milestone} />
      ) : kind === "hire" ? (
        <p className="text-ink-2 text-small">{words.unknown}</p>
      ) : null}
      {ledger.length > 0 ? (
        <div className="mt-4">
          <p className="mb-1 text-ink-2 text-small">{words.ledger}</p>
          <LedgerTable lines={ledger} />
        </div>
      ) : kind === "end" ? null : (
        <NothingOfIt reach={reach} confirmedAt={approval.resolvedAt} />
      )}
    </Section>
  );
}

/** None in the ledger is said only of one that was read far enough to tell. */
function NothingOfIt({ reach, confirmedAt }: { reach: LedgerReach | null; confirmedAt: string | null }) {
  const { none, notRead, notWhole } = useWords().detail.receipt.ledgers;
  // A list that was kept may know nothing of it, and without a time nothing can be told.
  if (!reach || confirmedAt === null) return null;
  const isSince = reach.readAt !== null && Date.parse(reach.readAt) > Date.parse(confirmedAt);
  const said = isSince && reach.isWhole ? none : (reach.unknown?.text ?? (isSince ? notWhole : notRead));
  return <p className="mt-2 text-ink-3 text-small">{said}</p>;
}

/** The person may have changed the terms on OpenTrain's page. */
function TermsCompared({
  approval,
  confirmed,
  changes,
}: {
  approval: Approval;
  confirmed: Terms;
  changes: readonly TermChange[];
}) {
  const words = useWords().detail.receipt;
  const { terms: fields, sources } = useDomainWords();
  const asked = approval.recordedTerms ?? approval.toldTerms;
  const changed = new Map(changes.map((change) => [change.field, change]));
  const shown = FIELDS.filter((field) => (asked?.[field] ?? null) !== null || confirmed[field] !== null);
  const source = asked === null ? null : sources[approval.recordedTerms ? "recorded" : "agent"];
  return (
    <>
      <p className="text-ink-2 text-small">
        {asked === null ? words.askedUnknown : changed.size === 0 ? words.same : words.changed(changed.size)}
      </p>
      <table data-slot="receipt" className="mt-2 w-full table-fixed">
        <thead>
          <tr className="border-ink border-b-[1.5px] text-caption text-ink-3">
            <td className="w-[6.5rem]" />
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {words.asked}
              {source === null ? null : <span className="block">{source}</span>}
            </th>
            <th scope="col" className="py-1 text-start font-normal">
              {words.confirmed}
              <span className="block">{sources.opentrain}</span>
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
    </>
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
  const { unknown } = useWords().money;
  if (terms === null) return <span className="text-ink-3">{unknown}</span>;
  const value = terms[field];
  if (value === null) return <span className="text-ink-3">{termNotGiven}</span>;
  if (typeof value === "number") return <Money cents={value} />;
  return <TheirWords text={field === "dueDate" ? formatDay(value, locale) : value} />;
}
