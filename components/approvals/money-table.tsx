"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Money, MoneyRange } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Approval, ApprovalList, Milestone, Money as MoneyJson } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { creditCovers } from "@/lib/domain/credits";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase, Source } from "@/lib/domain/records";
import { formatMoney } from "@/lib/messages/format";

/** Every line with where it comes from. A line that is not known says so. */
export function MoneyTable({
  approval,
  phase,
  milestones,
}: {
  approval: Approval;
  phase: Phase;
  milestones: readonly Milestone[] | null;
}) {
  const words = useWords().detail.money;
  const { columns } = words;
  const kind = kindOf(approval.type);
  // Rows of unknowns say nothing: one sentence does.
  if (
    approval.money.amountCents === null &&
    approval.money.totalCents === null &&
    approval.money.unreadable === null
  ) {
    if (!(kind === "end" && milestones)) return <NothingKnown approval={approval} phase={phase} />;
  }
  return (
    <Section title={words.title}>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.amount}</th>
            <th scope="col" className="hidden pad:table-cell">
              {columns.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {kind === "end" && milestones ? (
            <EscrowLines milestones={milestones} />
          ) : (
            <AmountLine approval={approval} />
          )}
          <FeeLines approval={approval} phase={phase} />
        </tbody>
        <Total money={approval.money} phase={phase} />
      </table>
      {isOpenPhase(phase) ? <OwnCredit approval={approval} /> : null}
    </Section>
  );
}

function NothingKnown({ approval, phase }: { approval: Approval; phase: Phase }) {
  const words = useWords().detail.money;
  const isHire = kindOf(approval.type) === "hire";
  return (
    <Section title={words.title}>
      <p className="text-ink-2">
        {words.notReached[isHire ? "hire" : "other"]} {isOpenPhase(phase) ? words.shownThere : null}
      </p>
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

function FeeLines({ approval: { type, money }, phase }: { approval: Approval; phase: Phase }) {
  const { locale } = useReader();
  const { lines, fundFee, fundFeePaid } = useDomainWords().money;
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
      if (money.feeCents === null && !isOpenPhase(phase) && phase !== "confirmed") return null;
      return money.feeCents === null ? (
        <tr className="border-b">
          <th scope="row" colSpan={3} className="py-2 text-start font-normal">
            {words.feeShown}
            <span className="block text-ink-2 text-small">
              {isOpenPhase(phase) ? fundFee(money, locale) : fundFeePaid(money, locale)}
            </span>
          </th>
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

function Total({ money, phase }: { money: MoneyJson; phase: Phase }) {
  const { atLeast } = useWords().contracts;
  const label = useDomainWords().money.total(money, phase);
  const { totalCents, maxTotalCents } = money;
  const isFeeToCome = isOpenPhase(phase) || phase === "confirmed";
  return (
    <tfoot>
      <tr className="border-ink border-t-[1.5px] font-semibold">
        <th scope="row" className="py-2 text-start">
          {money.atLeast ? `${label}, ${atLeast}` : label}
        </th>
        <td className="whitespace-nowrap py-2 ps-3 text-end">
          {totalCents !== null && maxTotalCents !== null && isFeeToCome ? (
            <MoneyRange min={totalCents} max={maxTotalCents} />
          ) : (
            <Money cents={totalCents} />
          )}
        </td>
        <td className="hidden pad:table-cell" />
      </tr>
    </tfoot>
  );
}

/** Whether the balance reaches to this one, the nearer deadlines paid first. It informs and never blocks. */
function OwnCredit({ approval: { id, money } }: { approval: Approval }) {
  const { locale } = useReader();
  const words = useWords().detail.credit;
  const credits = useQuery(summaryQuery()).data?.credits ?? null;
  const list = useQueryClient().getQueryData<ApprovalList>(openApprovalsQuery().queryKey);
  if (credits === null || money.kind !== "charge" || money.totalCents === null) return null;
  const covers = creditCovers(credits.availableCents, list?.approvals ?? []);
  const cover = covers.find((other) => other.id === id)?.cover;
  if (cover === undefined) return null;
  return (
    <p className="pt-2 text-ink-2 text-small">
      {phraseText(words[cover], { amount: formatMoney(credits.availableCents, locale) })}
    </p>
  );
}

function Line({ label, source, children }: { label: ReactNode; source: Source | null; children: ReactNode }) {
  const { sources, sourceNotes } = useDomainWords();
  const from = source ? <span title={sourceNotes[source]}>{sources[source]}</span> : null;
  return (
    <tr className="border-b">
      <th scope="row" className="py-2 text-start font-normal">
        {label}
        <span className="block text-caption text-ink-3 empty:hidden pad:hidden">{from}</span>
      </th>
      <td className="whitespace-nowrap py-2 ps-3 text-end">{children}</td>
      <td className="hidden w-[6rem] py-2 ps-3 text-end text-caption text-ink-3 pad:table-cell">{from}</td>
    </tr>
  );
}
