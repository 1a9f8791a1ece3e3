"use client";

import { useWords } from "@/components/reader";
import { Age, Instant } from "@/components/time/instant";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import type { Approval } from "@/lib/api/types";
import type { Phase } from "@/lib/domain/records";
import { around } from "@/lib/messages/en/around";

/** What limits our knowledge of this request, said before anything it concerns. */
export function SheetNotices({
  approval,
  phase,
  staleSince,
}: {
  approval: Approval;
  phase: Phase;
  staleSince: number | null;
}) {
  const words = useWords().detail;
  const { readProblem } = approval;
  return (
    <>
      {staleSince === null ? null : (
        <Notice tone="alert" role="status">
          <p>
            <Phrase text={words.stale} ago={<Age at={new Date(staleSince).toISOString()} />} />
          </p>
        </Notice>
      )}
      {phase === "unreadable" ? (
        <Notice tone="alert" title={words.unreadable.title}>
          <p>{words.unreadable.text}</p>
        </Notice>
      ) : null}
      {approval.trace === "missing" ? (
        <Notice tone="alert" title={around.traceMissing.title}>
          <p>{around.traceMissing.text}</p>
        </Notice>
      ) : null}
      {readProblem ? (
        <Notice tone="alert">
          <p>
            <Phrase text={words.readProblem} when={<Instant at={readProblem.since} />} /> {readProblem.text}
          </p>
        </Notice>
      ) : null}
    </>
  );
}
