"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { Amount } from "@/components/approvals/amount";
import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { When } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
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
  const { misses, gaps, maybeEarlier } = query.data;
  const more = missed - Math.min(misses.length, SHOWN);
  return (
    <div className="grid gap-3 pb-2">
      {misses.length > 0 ? (
        <ul aria-label={words.misses} className="divide-y">
          {misses.slice(0, SHOWN).map((miss) => (
            <li key={miss.id} className="py-3">
              <Miss miss={miss} />
            </li>
          ))}
          {more > 0 ? <li className="py-3">{words.moreMisses(more)}</li> : null}
        </ul>
      ) : null}
      {maybeEarlier > 0 ? <p className="max-w-sheet text-ink-2">{words.maybeEarlier(maybeEarlier)}</p> : null}
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

/** What it was and for how much, when it was asked and settled, and what would have caught it. */
function Miss({ miss }: { miss: Coverage["misses"][number] }) {
  const words = useWords().coverage;
  const { phases } = useDomainWords();
  const { title, outcome, createdAt, settledAt, seenAt, agent, why } = miss;
  const said = Object.hasOwn(phases, outcome) ? phases[outcome as Phase].toLowerCase() : outcome;
  const isKnown = seenAt !== null;
  return (
    <>
      <p className="flex items-baseline justify-between gap-x-4">
        <MissName miss={miss} />
        {title === null ? null : (
          <span className="shrink-0 whitespace-nowrap font-semibold text-body text-ink">
            <MissAmount money={miss.money} />
          </span>
        )}
      </p>
      <p className="text-ink-2 first-letter:uppercase">
        {isKnown ? <Phrase text={words.askedWhen} when={<When at={createdAt} />} /> : words.askedUnknown}
        {agent ? (
          <>
            {" "}
            <Phrase text={words.by} agent={<TheirWords text={agent} />} />
          </>
        ) : null}
        {" · "}
        <Phrase text={words.settledWhen} outcome={said} when={<When at={settledAt} />} />
      </p>
      <p className="max-w-sheet text-ink-3">{why}</p>
    </>
  );
}

function MissName({ miss: { id, title, type, seenAt } }: { miss: Coverage["misses"][number] }) {
  const words = useWords().coverage;
  const { types } = useDomainWords();
  // No token can see it, so there is no page of it.
  if (seenAt === null) {
    return (
      <span className="min-w-0 font-medium text-ink">
        <Phrase text={words.nameUnknown} id={<TheirWords text={id} />} />
      </span>
    );
  }
  return (
    <Link
      href={addresses.approval(id)}
      className="min-w-0 py-1 font-medium text-pen underline-offset-2 hover:underline"
    >
      {title ?? types.name(type)}
    </Link>
  );
}

function MissAmount({ money }: { money: Coverage["misses"][number]["money"] }) {
  const words = useWords().coverage;
  if (money === null || money.totalCents === null) {
    return <span className="font-normal text-ink-3">{words.amountUnknown}</span>;
  }
  return <Amount money={money} isSettled />;
}
