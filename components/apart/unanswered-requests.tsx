"use client";

import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { countUnheard, unansweredQuery } from "@/lib/api/queries/unanswered";
import type { Unanswered } from "@/lib/api/types";
import { ApartSection } from "./apart-section";
import { Wanted, WantedReason, WantedTerms } from "./wanted";

/** Asked, and the answer never seen: it may wait at OpenTrain or may never have got there. */
export function UnansweredRequests() {
  const words = useWords().apart.unanswered;
  const query = useQuery(unansweredQuery());
  const items = query.data?.unanswered ?? [];
  const count = query.data ? countUnheard(query.data) : 0;
  return (
    <ApartSection id="unanswered" title={words.title} text={words.text} count={count} query={query}>
      {items.length === 0
        ? null
        : items.map((item) => (
            <li key={item.id} data-state={item.state} className="border-b border-dashed py-3 text-small">
              <UnansweredRequest unanswered={item} />
            </li>
          ))}
    </ApartSection>
  );
}

function UnansweredRequest({ unanswered }: { unanswered: Unanswered }) {
  const words = useWords().apart;
  const { agent, askedAt, state } = unanswered;
  return (
    <>
      <p className="flex justify-between gap-x-4">
        <span className="min-w-0 text-body text-ink-2">
          <Wanted wanted={unanswered} />
          <span className="block text-ink-3 text-small">
            <Phrase
              text={words.askedBy}
              agent={agent?.name ? <TheirWords text={agent.name} /> : words.anAgent}
              ago={<Age at={askedAt} />}
            />
          </span>
        </span>
        <WantedTerms terms={unanswered.terms} />
      </p>
      <p className="mt-1 max-w-sheet text-ink-2">{words.unanswered.states[state]}</p>
      <WantedReason agent={agent} />
    </>
  );
}
