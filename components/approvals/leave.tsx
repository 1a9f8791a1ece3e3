"use client";

import { useQuery } from "@tanstack/react-query";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { useExactNow, useNow } from "@/components/time/clock";
import { Age, Instant } from "@/components/time/instant";
import { Button, OutLink } from "@/components/ui/button";
import { OutIcon } from "@/components/ui/icons";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { noteOpened } from "@/lib/api/queries/approval";
import { csrfToken } from "@/lib/api/queries/post";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Approval } from "@/lib/api/types";
import { nextActions } from "@/lib/domain/next-actions";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { actionFacts } from "./facts-of";
import { noteLeft } from "./left-to-confirm";
import { NextWaiting } from "./next-waiting";

/** The one way out: a plain link with where it goes, or the reason in words why there is none. */
export function Leave({
  approval,
  phase,
  leftAt,
  isAsking = false,
}: {
  approval: Approval;
  phase: Phase;
  leftAt: string | null;
  /** OpenTrain is asked this moment. */
  isAsking?: boolean;
}) {
  const { role } = useReader();
  const now = useNow();
  const { open } = nextActions(actionFacts(approval), role, now);
  const isSandbox = useQuery(summaryQuery()).data?.connection.state === "sandbox";
  if (!open.allowed) {
    return <NoWay why={open.why} approval={approval} phase={phase} isSandbox={isSandbox} />;
  }
  const isWaiting = leftAt !== null && isOpenPhase(phase);
  return (
    <Bar>
      {isWaiting ? <WaitingForAnswer approval={approval} leftAt={leftAt} isAsking={isAsking} /> : null}
      <Way
        id={approval.id}
        url={open.url}
        warning={open.warning}
        isSandbox={isSandbox}
        isWaiting={isWaiting}
      />
    </Bar>
  );
}

function Way({
  id,
  url,
  warning,
  isSandbox,
  isWaiting,
}: {
  id: string;
  url: string;
  warning: "past_due" | "superseded" | "unreadable" | null;
  isSandbox: boolean;
  isWaiting: boolean;
}) {
  const words = useWords().detail.leave;
  const domain = useDomainWords();
  const label = isWaiting ? words.again : isSandbox ? words.reviewSandbox : domain.openButton;
  const { host } = new URL(url);
  // The token is fetched before the click, so that the click itself waits for nothing.
  const prepare = () => void csrfToken().catch(() => undefined);
  const exactNow = useExactNow();
  const leave = () => {
    noteLeft(id, exactNow());
    noteOpened(id);
  };
  return (
    <>
      <p
        id="where-it-goes"
        className={isWaiting ? "sr-only" : "mb-2 text-balance text-center text-ink-2 text-small"}
      >
        {warning && warning !== "superseded" ? (
          <span className="font-medium text-soon">{`${domain.openWarnings[warning]} `}</span>
        ) : null}
        {isSandbox ? phraseText(words.opensSandbox, { host }) : domain.openNote(host)}
      </p>
      <OutLink
        href={url}
        variant={isWaiting || warning === "superseded" ? "quiet" : "primary"}
        size="large"
        aria-describedby="where-it-goes"
        data-primary="leave"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={leave}
        onAuxClick={(event) => {
          if (event.button === 1) leave();
        }}
      >
        {label}
        <OutIcon className="size-4" />
        <span className="sr-only">{`, ${words.newTab}`}</span>
      </OutLink>
    </>
  );
}

/** Never "approved" before OpenTrain says so. */
function WaitingForAnswer({
  approval,
  leftAt,
  isAsking,
}: {
  approval: Approval;
  leftAt: string;
  isAsking: boolean;
}) {
  const words = useWords().detail.waiting;
  const { lastReadAt } = approval;
  const isAnswered = lastReadAt !== null && lastReadAt > leftAt;
  return (
    <div role="status" className="mb-3 rounded bg-wash px-4 py-3 text-small">
      <p className="flex items-center gap-2 font-semibold">
        <span aria-hidden="true" className="size-2 rounded-full bg-pen" />
        {isAsking ? words.asking : words.title}
      </p>
      <p className="text-ink-2">
        <Phrase text={words.text} ago={<Age at={leftAt} />} />{" "}
        {isAnswered && !isAsking ? <Phrase text={words.still} ago={<Age at={lastReadAt} />} /> : null}
      </p>
    </div>
  );
}

function NoWay({
  why,
  approval,
  phase,
  isSandbox,
}: {
  why: "settled" | "closed" | "link_missing" | "link_quarantined" | "only_owner";
  approval: Approval;
  phase: Phase;
  isSandbox: boolean;
}) {
  const { whyNotOpen, openButton, phases } = useDomainWords();
  const words = useWords().detail.leave;
  if (why === "settled" || why === "closed") {
    return (
      <Bar>
        <p role="status" className="text-balance text-center text-ink-2 text-small">
          {why === "settled" && approval.resolvedAt ? (
            <b className="block font-semibold text-ink">
              <Phrase
                text={words.settledAt}
                outcome={phases[phase]}
                when={<Instant at={approval.resolvedAt} />}
              />
            </b>
          ) : null}
          {why === "closed" ? <span className="block">{whyNotOpen.closed}</span> : null}
        </p>
        <div className="text-balance text-center text-ink-2 text-small">
          <NextWaiting id={approval.id} />
        </div>
      </Bar>
    );
  }
  return (
    <Bar>
      <p id="why-not" className="mb-2 text-center text-ink-2 text-small last:mb-0">
        {whyNotOpen[why]}
        {why === "link_quarantined" && approval.linkProblem ? (
          <span className="block text-last">{approval.linkProblem}</span>
        ) : null}
      </p>
      {/* A button that somebody may never press says nothing the sentence does not. */}
      {why === "only_owner" ? null : (
        <Button variant="primary" size="large" aria-disabled="true" aria-describedby="why-not">
          {isSandbox ? words.reviewSandbox : openButton}
        </Button>
      )}
    </Bar>
  );
}

function Bar({ children }: { children: React.ReactNode }) {
  return (
    <footer
      data-slot="leave"
      className="sticky bottom-0 border-t bg-sheet px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] desk:overflow-hidden desk:px-6 desk:[scrollbar-gutter:stable] print:hidden"
    >
      <div className="mx-auto max-w-sheet">{children}</div>
    </footer>
  );
}
