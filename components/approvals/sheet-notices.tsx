"use client";

import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { Age, Instant } from "@/components/time/instant";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";

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
      {isOpenPhase(phase) && readProblem === null ? <Trouble lastReadAt={approval.lastReadAt} /> : null}
      {phase === "unreadable" ? (
        <Notice tone="alert" title={words.unreadable.title}>
          <p>{words.unreadable.text}</p>
        </Notice>
      ) : null}
      {approval.trace === "missing" ? (
        <Notice tone="alert" title={words.traceMissing.title}>
          <p>{words.traceMissing.text}</p>
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

/** While OpenTrain cannot be asked, what waits here may long be decided. */
function Trouble({ lastReadAt }: Pick<Approval, "lastReadAt">) {
  const words = useWords().detail.trouble;
  const state = useQuery(summaryQuery()).data?.sync.state;
  if (state !== "unreachable" && state !== "refused") return null;
  const said = words[state];
  return (
    <Notice tone="alert" title={said.title} role="status">
      <p>
        {lastReadAt === null ? said.textNever : <Phrase text={said.text} ago={<Age at={lastReadAt} />} />}
      </p>
    </Notice>
  );
}
