"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { PrintButton } from "@/components/print/print-button";
import { PrintHead } from "@/components/print/print-head";
import { useDomainWords, useWords } from "@/components/reader";
import { StatusTag } from "@/components/status/status-tag";
import { TheirWords } from "@/components/their-words";
import { DeadlineAnnouncer } from "@/components/time/deadline-announcer";
import { LifeBar } from "@/components/time/life-bar";
import { usePhase } from "@/components/time/use-phase";
import { Phrase } from "@/components/ui/phrase";
import { SectionLevel } from "@/components/ui/section";
import { contractQuery } from "@/lib/api/queries/contracts";
import type { Approval, ApprovalDetail } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import { AgentWords } from "./agent-words";
import { Checks } from "./checks";
import { Closing } from "./closing";
import { Consequences } from "./consequences";
import { Facts } from "./facts";
import { Figure } from "./figure";
import { Leave } from "./leave";
import { useLeftAt } from "./left-to-confirm";
import { LineageAlarms, LineageNotes } from "./lineage";
import { MoneyTable } from "./money-table";
import { Replacement } from "./replacement";
import { SheetNotices } from "./sheet-notices";
import { Terms } from "./terms";
import { Timeline } from "./timeline";
import { useFreshReads } from "./use-fresh-reads";
import { WayBack } from "./way-back";
import { WorkTrack } from "./work-track";

/** Only of what was confirmed: whoever looks at what waits does not load it. */
const Receipt = dynamic(() => import("./receipt").then((part) => part.Receipt));

/** One request, whole: what it is, what it costs, what each choice does, and the one way out. */
export function Sheet({
  detail: { approval, history, lineage, changes, around, ledger, ledgerReach },
  staleSince,
  isPage,
}: {
  detail: ApprovalDetail;
  staleSince: number | null;
  /** Beside the list of `/` the list carries the page's heading. */
  isPage: boolean;
}) {
  const words = useWords().detail;
  const domain = useDomainWords();
  const phase = usePhase(approval);
  const leftAt = useLeftAt(approval.id);
  const contract = useQuery({
    ...contractQuery(approval.contractId ?? ""),
    enabled: approval.contractId !== null,
  });
  const milestones = contract.data?.contract.milestones ?? null;
  const isAsking = useFreshReads(approval, phase, leftAt);
  const scroller = useRef<HTMLDivElement>(null);
  const isOpen = isOpenPhase(phase);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Who comes back from deciding sees what came of it, wherever they had scrolled to.
    if (wasOpen.current && !isOpen && leftAt !== null) {
      scroller.current?.scrollTo({ top: 0 });
      window.scrollTo({ top: 0 });
    }
    wasOpen.current = isOpen;
  }, [isOpen, leftAt]);
  const Title = isPage ? "h1" : "h2";
  const title = domain.title(approval);
  return (
    <SectionLevel value={isPage ? 2 : 3}>
      <article
        aria-label={words.label}
        data-request={approval.id}
        className="flex min-h-full flex-col bg-sheet desk:h-full print:block print:h-auto"
      >
        <div
          ref={scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on a desk, so the keyboard must reach it.
          tabIndex={0}
          className="relative flex-1 px-4 pt-1 pb-6 desk:overflow-y-auto desk:px-6 desk:pt-5 desk:[scrollbar-gutter:stable] focus-visible:-outline-offset-2 print:overflow-visible print:p-0"
        >
          <div className="mx-auto max-w-sheet">
            <PrintHead />
            <div className="flex items-center justify-between gap-3 desk:float-end print:hidden">
              <WayBack phase={phase} />
              <PrintButton className="ms-auto desk:-mt-1" />
            </div>
            <Kind approval={approval} phase={phase} />
            <Title className="mt-3 text-title">{title}</Title>
            <Figure money={approval.money} phase={phase} />
            {isOpen ? (
              <div className="mt-4">
                <LifeBar {...approval} phase={phase} />
              </div>
            ) : null}
            <div className="mt-4 grid gap-2 empty:hidden">
              <SheetNotices approval={approval} phase={phase} staleSince={staleSince} />
              <LineageAlarms approval={approval} lineage={lineage} phase={phase} />
            </div>
            <Consequences approval={approval} phase={phase} />
            {isOpen ? null : <Closing approval={approval} phase={phase} newer={lineage.newer} />}
            <div className="mt-4 grid gap-2 empty:hidden">
              <LineageNotes approval={approval} lineage={lineage} phase={phase} />
            </div>
            {phase === "confirmed" ? (
              <Receipt
                approval={approval}
                changes={changes.confirmed}
                milestones={milestones}
                ledger={ledger}
                reach={ledgerReach}
              />
            ) : null}
            {/* Where the ledger says what was paid, our guess at the fee has had its day. */}
            {phase === "confirmed" && ledger.length > 0 ? null : (
              <MoneyTable approval={approval} phase={phase} milestones={milestones} />
            )}
            <Checks checks={approval.checks} />
            <Replacement lineage={lineage} />
            <AgentWords approval={approval} contract={contract.data?.contract ?? null} />
            <Terms approval={approval} conflicts={changes.told} />
            <WorkTrack approval={approval} phase={phase} milestones={milestones} />
            <Facts approval={approval} around={around} />
            <Timeline events={history} />
          </div>
          <DeadlineAnnouncer key={approval.id} expiresAt={isOpen ? approval.expiresAt : null} what={title} />
        </div>
        <Leave approval={approval} phase={phase} leftAt={leftAt} isAsking={isAsking} />
      </article>
    </SectionLevel>
  );
}

function Kind({ approval, phase }: { approval: Approval; phase: Approval["phase"] }) {
  const words = useWords();
  const { types } = useDomainWords();
  const agent = approval.agent?.name;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-small">
      <StatusTag phase={phase} />
      <span>
        {types.name(approval.type)}
        {agent ? (
          <>
            {" · "}
            <Phrase text={words.detail.askedBy} agent={<TheirWords text={agent} />} />
          </>
        ) : null}
      </span>
    </p>
  );
}
