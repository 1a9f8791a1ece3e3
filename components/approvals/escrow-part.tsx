"use client";

import { ShareBar } from "@/components/money/share-bar";
import { useReader, useWords } from "@/components/reader";
import { Phrase } from "@/components/ui/phrase";
import type { Milestone } from "@/lib/api/types";
import type { Kind } from "@/lib/domain/consequences";
import { type EscrowShares, escrowShares } from "@/lib/domain/escrow-shares";
import { formatAtLeast, formatMoney } from "@/lib/messages/format";

/** How much of what lies in escrow on the contract this request moves, adds to or decides on. */
export function EscrowPart({
  kind,
  milestoneId,
  milestones,
}: {
  kind: Kind;
  milestoneId: string | null;
  milestones: readonly Milestone[];
}) {
  const shares = escrowShares(kind, milestoneId, milestones);
  if (shares === null) return null;
  const { parts } = shares;
  return (
    <div data-slot="escrow-part" className="mt-2">
      <ShareBar shares={parts} />
      <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-ink-2 text-small">
        <Captions kind={kind} shares={shares} />
      </p>
    </div>
  );
}

/** What each side of the picture is, in the order it is drawn. */
function Captions({ kind, shares }: { kind: Kind; shares: EscrowShares }) {
  const { locale } = useReader();
  const words = useWords().detail.work;
  const { partCents, restCents, atLeast, parts } = shares;
  const exactly = (cents: number) => formatMoney(cents, locale);
  const known = (cents: number) => formatAtLeast(exactly(cents), atLeast, locale);
  const isAlone = restCents === 0 && !atLeast;
  switch (kind) {
    case "fund":
      return (
        <>
          <span>
            {isAlone ? words.fund.restNone : <Phrase text={words.fund.rest} amount={known(restCents)} />}
          </span>
          <b className="font-semibold text-pen">
            <Phrase text={words.fund.part} amount={exactly(partCents)} />
          </b>
        </>
      );
    case "end":
      return (
        <>
          <b className="font-semibold text-ink">
            <Phrase text={words.end.part} amount={known(partCents)} />
          </b>
          <span>{words.end.milestones(parts.length)}</span>
        </>
      );
    default:
      return (
        <>
          <b className="font-semibold text-ink">
            <Phrase text={words.release.part} amount={exactly(partCents)} />
          </b>
          <span>
            {isAlone ? (
              words.release.restNone
            ) : (
              <Phrase text={words.release.rest} amount={known(restCents)} />
            )}
          </span>
        </>
      );
  }
}
