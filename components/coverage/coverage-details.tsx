"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import Link from "next/link";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { When } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import type { Coverage } from "@/lib/api/types";
import type { Phase } from "@/lib/domain/records";

const SHOWN = 10;

/** Each miss with what would have caught it, and each time nobody watched. */
export function CoverageDetails({
  query,
  missed,
}: {
  query: Pick<UseQueryResult<Coverage>, "data" | "isError">;
  missed: number;
}) {
  const words = useWords().coverage;
  if (!query.data) {
    return <p role="status">{query.isError ? words.failed : words.loading}</p>;
  }
  const { misses, gaps } = query.data;
  const more = missed - Math.min(misses.length, SHOWN);
  return (
    <div className="grid gap-3 pb-2">
      {misses.length > 0 ? (
        <ul aria-label={words.misses} className="grid gap-2">
          {misses.slice(0, SHOWN).map((miss) => (
            <li key={miss.id}>
              <Miss miss={miss} />
            </li>
          ))}
          {more > 0 ? <li>{words.moreMisses(more)}</li> : null}
        </ul>
      ) : null}
      {gaps.length > 0 ? (
        <div>
          <h3 className="font-semibold text-ink-2">{words.gaps}</h3>
          <ul>
            {gaps.slice(0, SHOWN).map((gap) => (
              <li key={`${gap.from}-${gap.whyCode}`}>
                <Phrase
                  text={gap.isOpen ? words.openGap : words.gap}
                  from={<When at={gap.from} />}
                  to={<When at={gap.to} />}
                />{" "}
                {gap.why}
              </li>
            ))}
            {gaps.length > SHOWN ? <li>{words.moreMisses(gaps.length - SHOWN)}</li> : null}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Miss({
  miss: { id, type, outcome, settledAt, seenAt, why, agent },
}: {
  miss: Coverage["misses"][number];
}) {
  const words = useWords().coverage;
  const { types, phases } = useDomainWords();
  const said = Object.hasOwn(phases, outcome) ? phases[outcome as Phase].toLowerCase() : outcome;
  const name = (
    <Phrase text={words.miss} type={types.name(type)} outcome={said} when={<When at={settledAt} />} />
  );
  return (
    <>
      {seenAt === null ? (
        // No token can see it, so there is no page of it.
        <span className="inline-block py-1 font-medium">{name}</span>
      ) : (
        <Link
          href={addresses.approval(id)}
          prefetch={false}
          className="inline-block py-1 font-medium text-pen underline-offset-2 hover:underline"
        >
          {name}
        </Link>
      )}
      {agent ? (
        <>
          {" · "}
          <TheirWords text={agent} />
        </>
      ) : null}
      <span className="block max-w-sheet">{why}</span>
    </>
  );
}
