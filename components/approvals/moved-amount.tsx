"use client";

import { Money } from "@/components/money/money";
import { useDomainWords, useWords } from "@/components/reader";
import type { Approval, Milestone } from "@/lib/api/types";

/** Of a milestone's money: what was asked for, and what OpenTrain shows of it since. */
export function MovedAmount({
  kind,
  money,
  milestone,
}: {
  kind: "fund" | "release";
  money: Approval["money"];
  milestone: Milestone | null;
}) {
  const words = useWords().detail.receipt;
  const { sources } = useDomainWords();
  const source = money.sources.amount;
  const shown = showsIt(kind, milestone) ? milestone : null;
  return (
    <table data-slot="receipt" className="w-full">
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.amount}</th>
        </tr>
      </thead>
      <tbody>
        <tr className="border-b align-top">
          <th scope="row" className="py-2 text-start font-normal">
            {words.asked}
            <span className="block text-caption text-ink-3">{source === null ? null : sources[source]}</span>
          </th>
          <td className="py-2 ps-3 text-end">
            <Money cents={money.amountCents} />
          </td>
        </tr>
        <tr className="border-b align-top">
          <th scope="row" className="py-2 text-start font-normal">
            {words.moved[kind]}
            <span className="block text-caption text-ink-3">
              {shown === null ? words.notShown : sources.opentrain}
            </span>
          </th>
          <td className="py-2 ps-3 text-end font-semibold">
            <Money cents={shown?.amountCents ?? null} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The milestone as it was read since stands where the confirmation puts it, or beyond. */
function showsIt(kind: "fund" | "release", milestone: Milestone | null): boolean {
  if (milestone === null || milestone.phase === "other") return false;
  if (kind === "release") return milestone.phase === "released";
  return milestone.phase !== "not_funded";
}
