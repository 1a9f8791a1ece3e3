"use client";

import type { ReactNode } from "react";
import { Money, MoneyRange } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { Approval, Milestone } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import type { Source } from "@/lib/domain/records";

/** Every line with where it comes from. A line that is not known says so. */
export function MoneyTable({
  approval,
  milestones,
}: {
  approval: Approval;
  milestones: readonly Milestone[] | null;
}) {
  const words = useWords().detail.money;
  const { columns } = words;
  return (
    <Section title={words.title}>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.amount}</th>
            <th scope="col">{columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {kindOf(approval.type) === "end" && milestones ? (
            <EscrowLines milestones={milestones} />
          ) : (
            <AmountLine approval={approval} />
          )}
          <FeeLines approval={approval} />
        </tbody>
        <Total approval={approval} />
      </table>
      {approval.money.totalCents === null ? (
        <p className="pt-2 text-ink-2 text-small">{words.unknownAmount}</p>
      ) : null}
    </Section>
  );
}

function AmountLine({ approval }: { approval: Approval }) {
  const words = useWords().detail.money;
  const { money } = approval;
  const name =
    approval.milestoneName ??
    approval.confirmedTerms?.name ??
    approval.recordedTerms?.name ??
    approval.toldTerms?.name;
  const label =
    kindOf(approval.type) === "end" ? (
      words.escrow
    ) : name ? (
      <Phrase text={words.milestone} what={<TheirWords text={name} />} />
    ) : (
      words.milestoneNoName
    );
  return (
    <Line label={label} source={money.sources.amount}>
      <Money cents={money.amountCents} />
    </Line>
  );
}

/** What an end decides on, milestone by milestone. */
function EscrowLines({ milestones }: { milestones: readonly Milestone[] }) {
  const words = useWords().detail.money;
  const inEscrow = milestones.filter(({ phase }) => phase === "funded" || phase === "submitted");
  return inEscrow.map((milestone) => (
    <Line
      key={milestone.id}
      source="opentrain"
      label={
        milestone.name ? (
          <Phrase text={words.milestone} what={<TheirWords text={milestone.name} />} />
        ) : (
          words.milestoneNoName
        )
      }
    >
      <Money cents={milestone.amountCents} />
    </Line>
  ));
}

function FeeLines({ approval: { type, money } }: { approval: Approval }) {
  const { locale } = useReader();
  const { lines, fundFee } = useDomainWords().money;
  const words = useWords().detail.money;
  switch (kindOf(type)) {
    case "hire":
      return (
        <>
          <Line label={lines.fee} source={money.sources.fee}>
            <Money cents={money.feeCents} />
          </Line>
          <Line label={lines.initiation} source={money.sources.initiation}>
            <Money cents={money.initiationCents} />
          </Line>
        </>
      );
    case "fund":
      return money.feeCents === null ? (
        <tr className="border-b">
          <th scope="row" className="py-2 text-start font-normal">
            {words.feeShown}
          </th>
          <td colSpan={2} className="py-2 ps-3 text-end text-ink-2 text-small">
            {fundFee(money, locale)}
          </td>
        </tr>
      ) : (
        <Line label={lines.fee} source={money.sources.fee}>
          <Money cents={money.feeCents} />
        </Line>
      );
    default:
      return null;
  }
}

function Total({ approval: { type, money } }: { approval: Approval }) {
  const words = useWords().detail.money;
  const { atLeast } = useWords().contracts;
  const { lines } = useDomainWords().money;
  const label = {
    charge: kindOf(type) === "fund" ? words.charge : lines.estimatedCharge,
    release: lines.release,
    at_stake: lines.atStake,
    unknown: words.total,
  }[money.kind];
  const { totalCents, maxTotalCents } = money;
  return (
    <tfoot>
      <tr className="border-ink border-t-[1.5px] font-semibold">
        <th scope="row" className="py-2 text-start">
          {money.atLeast ? `${label}, ${atLeast}` : label}
        </th>
        <td className="py-2 ps-3 text-end" colSpan={maxTotalCents !== totalCents ? 2 : 1}>
          {totalCents !== null && maxTotalCents !== null ? (
            <MoneyRange min={totalCents} max={maxTotalCents} />
          ) : (
            <Money cents={totalCents} />
          )}
        </td>
        {maxTotalCents === totalCents ? <td /> : null}
      </tr>
    </tfoot>
  );
}

function Line({ label, source, children }: { label: ReactNode; source: Source | null; children: ReactNode }) {
  const { sources, sourceNotes } = useDomainWords();
  return (
    <tr className="border-b">
      <th scope="row" className="py-2 text-start font-normal">
        {label}
      </th>
      <td className="whitespace-nowrap py-2 ps-3 text-end">{children}</td>
      <td className="w-[6rem] py-2 ps-3 text-end text-caption text-ink-3">
        {source ? <span title={sourceNotes[source]}>{sources[source]}</span> : null}
      </td>
    </tr>
  );
}
