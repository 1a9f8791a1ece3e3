"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { ButtonLink } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import type { Approval, RelatedRequest } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";

/** What follows from how it ended: a step that is ours to name, and the way to it. */
export function Closing({
  approval,
  phase,
  newer: next = null,
}: {
  approval: Approval;
  phase: Phase;
  /** The request that replaced it, as far as it is known. */
  newer?: RelatedRequest | null;
}) {
  const { closing, ...detail } = useWords().detail;
  const { contractId, supersededBy } = approval;
  const agent = approval.agent?.name ? <TheirWords text={approval.agent.name} /> : detail.theAgent;
  const text =
    phase === "confirmed"
      ? closing.confirmed[kindOf(approval.type)]
      : phase === "declined" || phase === "lapsed" || phase === "superseded"
        ? closing[phase]
        : null;
  if (text === null) return null;
  // The notice over it has said what the newer one means.
  const isSaid = phase === "superseded" && supersededBy !== null;
  const newer = phase === "superseded" || phase === "declined" || phase === "lapsed" ? supersededBy : null;
  // Not known is not settled.
  const isNewerOpen = next === null || isOpenPhase(next.phase);
  return (
    <div data-slot="closing" className="mt-3">
      {isSaid ? null : (
        <p className="text-ink-2">
          <Phrase text={text} agent={agent} />
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 empty:hidden print:hidden">
        {newer === null ? null : (
          <ButtonLink
            href={addresses.approval(newer)}
            variant={isNewerOpen ? "primary" : "quiet"}
            size="large"
          >
            {isNewerOpen ? closing.newer : closing.newerSettled}
          </ButtonLink>
        )}
        {contractId === null ? null : (
          <ButtonLink href={addresses.contract(contractId)} variant="plain" size="inline">
            {closing.contract}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}
