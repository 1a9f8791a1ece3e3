"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useReader, useSettingsWords, useWords } from "@/components/reader";
import { When } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { useCan } from "@/components/use-can";
import { cancelBackfill, startBackfill } from "@/lib/api/queries/backfill";
import { summaryKeys, summaryQuery } from "@/lib/api/queries/summary";
import type { Backfill as Progress } from "@/lib/api/types";
import { formatCount } from "@/lib/messages/format-count";
import { BackfillBar } from "./backfill-bar";

/** How far the account's past was read, and for an owner the way to stop it and to start it again. */
export function Backfill() {
  const words = useSettingsWords().coverage.backfill;
  const summary = useQuery(summaryQuery()).data;
  if (!summary) return null;
  const { backfill, connection } = summary;
  const isOpen = connection.state === "sandbox" || connection.state === "real";
  return (
    <Section title={words.title}>
      <p className="text-ink-2">{words.text}</p>
      {backfill ? <Standing backfill={backfill} /> : <p className="mt-2">{words.never}</p>}
      {isOpen ? <Change isRunning={backfill?.state === "running"} /> : null}
    </Section>
  );
}

function Standing({ backfill }: { backfill: Progress }) {
  const { locale } = useReader();
  const words = useSettingsWords().coverage.backfill;
  const { collecting, reading } = useWords().coverage;
  const { state, stage, eventsRead, found, read, hidden, unreadable, endedAt, waiting } = backfill;
  const count = (figure: number) => (
    <b className="font-semibold tabular-nums">{formatCount(figure, locale)}</b>
  );
  const isReading = state === "running" && stage === "reading";
  return (
    <div className="mt-3 grid gap-2">
      {isReading && found > 0 ? <BackfillBar done={found - backfill.toGo} of={found} /> : null}
      <p>
        {state === "running" && stage === "collecting" ? (
          collecting(formatCount(eventsRead, locale))
        ) : (
          <Phrase
            text={isReading ? reading : state === "finished" ? words.finished(read) : words.cancelled(read)}
            read={count(read)}
            found={count(found)}
            events={formatCount(eventsRead, locale)}
          />
        )}{" "}
        {state === "finished" && endedAt !== null ? (
          <span className="text-ink-3">
            <Phrase text={words.finishedAt} when={<When at={endedAt} />} />
          </span>
        ) : null}
      </p>
      {hidden > 0 ? <p className="text-ink-2">{words.hidden(hidden)}</p> : null}
      {unreadable > 0 ? <p className="text-ink-2">{words.unreadable(unreadable)}</p> : null}
      {waiting === null ? null : (
        <Notice tone="alert" role="status">
          <p>{waiting}</p>
        </Notice>
      )}
    </div>
  );
}

function Change({ isRunning }: { isRunning: boolean }) {
  const words = useSettingsWords().coverage.backfill;
  const canChange = useCan("manage_connection");
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: isRunning ? cancelBackfill : startBackfill,
    onSuccess: () => client.invalidateQueries({ queryKey: summaryKeys.all }),
  });
  if (!canChange) return <p className="mt-3 text-ink-3 text-small">{words.onlyOwner}</p>;
  const name = isRunning ? [words.cancel, words.cancelling] : [words.start, words.starting];
  return (
    <div className="mt-3 grid justify-items-start gap-3">
      <Button onClick={() => change.mutate()} disabled={change.isPending}>
        {name[change.isPending ? 1 : 0]}
      </Button>
      {change.isError ? (
        <Notice role="alert" tone="alert">
          <p>{phraseText(words.failed, { why: change.error.message })}</p>
        </Notice>
      ) : null}
    </div>
  );
}
