"use client";

import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { unansweredQuery } from "@/lib/api/queries/unanswered";
import type { Unanswered } from "@/lib/api/types";
import { ApartSection } from "./apart-section";
import { Wanted, WantedReason, WantedTerms } from "./wanted";

/** Asked, and the answer never seen: it may wait at OpenTrain or never have got there. What came to light since, or will not any more, is folded away. */
export function UnansweredRequests() {
  const words = useWords().apart.unanswered;
  const query = useQuery(unansweredQuery());
  const all = query.data?.unanswered ?? [];
  const open = all.filter(({ state }) => state === "unknown");
  const over = all.filter(({ state }) => state !== "unknown");
  return (
    <ApartSection id="unanswered" title={words.title} text={words.text} count={open.length} query={query}>
      {open.length + over.length === 0 ? null : (
        <>
          {open.map((item) => (
            <Entry key={item.id} unanswered={item} />
          ))}
          {over.length > 0 ? (
            <li>
              <details>
                <summary className="cursor-pointer py-3 text-ink-2 text-small">
                  {words.over(over.length)}
                </summary>
                <ul className="border-t border-dashed">
                  {over.map((item) => (
                    <Entry key={item.id} unanswered={item} />
                  ))}
                </ul>
              </details>
            </li>
          ) : null}
        </>
      )}
    </ApartSection>
  );
}

function Entry({ unanswered }: { unanswered: Unanswered }) {
  return (
    <li className="border-b border-dashed py-3 text-small">
      <UnansweredRequest unanswered={unanswered} />
    </li>
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
