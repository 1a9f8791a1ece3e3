"use client";

import { Money } from "@/components/money/money";
import { type Share, ShareBar } from "@/components/money/share-bar";
import { useWords } from "@/components/reader";
import type { Milestone } from "@/lib/api/types";
import { contractMoney } from "@/lib/domain/contract-money";

/** Three figures side by side that are never added, and how they share the contract's money. */
export function ContractMoney({
  milestones,
  escrowAtLeast = false,
}: {
  milestones: readonly Milestone[];
  escrowAtLeast?: boolean;
}) {
  const { money: words, atLeast } = useWords().contracts;
  const { released, escrow, notFunded, other, gone } = contractMoney(milestones);
  if (milestones.length === 0) return <p className="mt-4 text-ink-2">{words.none}</p>;
  const parts = [
    { id: "released", look: "rest", name: words.released, ...released },
    { id: "escrow", look: "this", name: words.escrow, ...escrow },
    { id: "notFunded", look: "open", name: words.notFunded, ...notFunded },
  ] as const;
  return (
    <div data-slot="contract-money" className="mt-4">
      <ShareBar shares={parts} />
      <dl aria-label={words.title} className="mt-3 flex flex-wrap gap-x-6 gap-y-3">
        {parts.map(({ id, look, name, cents, unknown }) => (
          <div key={id}>
            <dt className="flex items-center gap-2 text-ink-2 text-small">
              <Key look={look} />
              {name}
            </dt>
            <dd className="font-semibold">
              {id === "escrow" && escrowAtLeast && cents > 0 ? (
                <span className="font-normal text-ink-2 text-small">{`${atLeast} `}</span>
              ) : null}
              {/* Nothing is said of a kind that what cannot be placed may be of. */}
              <Money cents={cents === 0 && unknown + other + gone > 0 ? null : cents} />
              {unknown > 0 && cents > 0 ? (
                <span className="block font-normal text-caption text-ink-2">{words.unknown(unknown)}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {other > 0 ? <p className="mt-2 text-ink-2 text-small">{words.other(other)}</p> : null}
      {gone > 0 ? <p className="mt-2 text-ink-2 text-small">{words.gone(gone)}</p> : null}
    </div>
  );
}

/** Which part of the bar a figure is. */
function Key({ look }: { look: Share["look"] }) {
  return (
    <svg viewBox="0 0 10 10" className="size-[10px] shrink-0" aria-hidden="true">
      <rect className={`share-${look}`} x="1" y="1" width="8" height="8" rx="1.5" strokeWidth="1.5" />
    </svg>
  );
}
