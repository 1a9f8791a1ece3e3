"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useReader, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import { Phrase } from "@/components/ui/phrase";
import { coverageQuery } from "@/lib/api/queries/coverage";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Summary } from "@/lib/api/types";
import { formatCount } from "@/lib/messages/format-count";
import { BackfillLine } from "./backfill-line";
import { dayOf } from "./day-of";

const CoverageDetails = lazy(async () => ({ default: (await import("./coverage-details")).CoverageDetails }));

/** The measure of the product, in a quiet line; each miss is one click away. */
export function CoverageLine() {
  const words = useWords().coverage;
  const coverage = useQuery(summaryQuery()).data?.coverage ?? null;
  if (coverage === null) return null;
  return (
    <section aria-label={words.name} className="mt-6 border-t pt-3 text-ink-3 text-small">
      <p>
        <Figure coverage={coverage} />
      </p>
      <Explained missed={coverage.settled - coverage.seenFirst} />
      <BackfillLine />
    </section>
  );
}

function Figure({ coverage: { settled, seenFirst, since } }: { coverage: NonNullable<Summary["coverage"]> }) {
  const { locale, timeZone } = useReader();
  const words = useWords().coverage;
  const now = useNow();
  const count = (figure: number) => <b className="font-semibold text-ink-2">{formatCount(figure, locale)}</b>;
  const text =
    settled === 0 ? words.none : settled > 1 ? words.figure : seenFirst === 1 ? words.one : words.oneMissed;
  return (
    <Phrase
      text={text}
      seen={count(seenFirst)}
      settled={count(settled)}
      day={dayOf(since, { locale, timeZone, now })}
    />
  );
}

/** What was missed and when nobody watched: asked for when somebody wants to know, or when there is a miss. */
function Explained({ missed }: { missed: number }) {
  const words = useWords().coverage;
  const [isOpen, setIsOpen] = useState(false);
  const detail = useQuery(coverageQuery());
  const gaps = detail.data?.gaps.length ?? 0;
  const hidden = detail.data?.maybeEarlier ?? 0;
  if (missed === 0 && gaps === 0 && hidden === 0) return null;
  const parts = [
    missed > 0 ? words.missed(missed) : null,
    gaps > 0 ? words.unwatched(gaps) : null,
    hidden > 0 ? words.hidden(hidden) : null,
  ];
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-3 text-ink-2 first-letter:uppercase pad:py-1">
        {parts.filter((part) => part !== null).join(", ")}
      </summary>
      {isOpen ? (
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <CoverageDetails query={detail} missed={missed} />
        </Suspense>
      ) : null}
    </details>
  );
}
