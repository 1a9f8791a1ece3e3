"use client";

import { useQuery } from "@tanstack/react-query";
import { useReader, useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { coverageQuery } from "@/lib/api/queries/coverage";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Coverage } from "@/lib/api/types";
import { formatCount } from "@/lib/messages/format-count";
import { Backfill } from "./backfill";
import { CoverageDetails } from "./coverage-details";
import { dayOf } from "./day-of";
import { Hints } from "./hints";

/** The whole of it: the figure, what was missed and why, what hints at more, and how the past is being read. */
export function CoveragePage() {
  const words = useSettingsWords().coverage;
  const isConnected = useQuery(summaryQuery()).data?.connection.state !== "none";
  const query = useQuery({ ...coverageQuery(), enabled: isConnected });
  const { data } = query;
  if (!isConnected) {
    return (
      <>
        <h1 className="text-figure">{words.title}</h1>
        <p className="mt-1 text-ink-2">{words.notConnected}</p>
      </>
    );
  }
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{words.lead}</p>
      {data ? <Figure coverage={data} /> : null}
      {query.isError && !data ? (
        <Notice tone="alert" role="alert">
          <p>{words.failed}</p>
        </Notice>
      ) : null}
      {data ? <Misses coverage={data} query={query} /> : null}
      {data && data.agents.length > 1 ? <Agents agents={data.agents} /> : null}
      {data ? <Hints hints={data.hints} /> : null}
      <Backfill />
    </>
  );
}

function Figure({ coverage: { settled, seenFirst, percent, since } }: { coverage: Coverage }) {
  const { locale, timeZone } = useReader();
  const words = useSettingsWords().coverage;
  const now = useNow();
  const day = dayOf(since, { locale, timeZone, now });
  return (
    <div className="mt-5 border-t pt-4">
      <p className="font-semibold text-figure">
        {percent === null ? words.none : <Phrase text={words.percent} percent={percent} />}
      </p>
      <p className="mt-1 text-ink-2">
        <Phrase
          text={settled === 0 ? words.nothing : words.figure}
          seen={formatCount(seenFirst, locale)}
          settled={formatCount(settled, locale)}
          day={day}
        />
      </p>
      <p className="mt-1 text-ink-3 text-small">{words.whatCounts}</p>
    </div>
  );
}

function Misses({
  coverage: { settled, seenFirst, gaps, maybeEarlier },
  query,
}: {
  coverage: Coverage;
  query: Parameters<typeof CoverageDetails>[0]["query"];
}) {
  const words = useSettingsWords().coverage;
  const missed = settled - seenFirst;
  if (missed === 0 && gaps.length === 0 && maybeEarlier === 0) return null;
  return (
    <Section title={missed > 0 ? words.missed(missed) : words.noneMissed}>
      <CoverageDetails query={query} missed={missed} />
    </Section>
  );
}

function Agents({ agents }: { agents: Coverage["agents"] }) {
  const { locale } = useReader();
  const words = useSettingsWords().coverage;
  return (
    <Section title={words.agents}>
      <ul className="divide-y">
        {agents.map(({ name, settled, seenFirst }) => (
          <li key={name ?? ""} className="flex justify-between gap-4 py-2">
            <span className="min-w-0">
              {name === null ? (
                <span className="text-ink-2">{words.agentUnknown}</span>
              ) : (
                <TheirWords text={name} />
              )}
            </span>
            <span className="whitespace-nowrap tabular-nums">
              <Phrase
                text={words.agentFigure}
                seen={formatCount(seenFirst, locale)}
                settled={formatCount(settled, locale)}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
