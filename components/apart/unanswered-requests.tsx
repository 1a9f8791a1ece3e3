"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { unansweredQuery } from "@/lib/api/queries/unanswered";
import type { Unanswered } from "@/lib/api/types";
import { formatList } from "@/lib/messages/format";
import { ApartSection } from "./apart-section";
import { Wanted, WantedFigure, WantedReason, WantedUnknown } from "./wanted";

/** Asked, and the answer never seen: it may wait at OpenTrain or never have got there. What came to light since, or will not any more, is folded away. */
export function UnansweredRequests() {
  const words = useWords().apart.unanswered;
  const query = useQuery(unansweredQuery());
  const all = query.data?.unanswered ?? [];
  const open = all.filter(({ state }) => state === "unknown");
  const over = all.filter(({ state }) => state !== "unknown");
  const { title, text } = open.length > 0 || query.data === undefined ? words : words.none;
  return (
    <ApartSection id="unanswered" title={title} text={text} count={open.length} query={query}>
      {open.length + over.length === 0 ? null : (
        <>
          {open.map((item) => (
            <Entry key={item.id} unanswered={item} />
          ))}
          {over.length > 0 ? <Over items={over} /> : null}
        </>
      )}
    </ApartSection>
  );
}

/** Nobody waits for these any more. */
function Over({ items }: { items: readonly Unanswered[] }) {
  const { locale } = useReader();
  const words = useWords().apart.unanswered.over;
  const counts = (["answered", "faded"] as const).flatMap((state) => {
    const count = items.filter((item) => item.state === state).length;
    return count > 0 ? [words[state](count)] : [];
  });
  return (
    <li>
      <details>
        <summary className="min-h-touch cursor-pointer py-3 text-ink-2 text-small first-letter:uppercase">
          {formatList(counts, locale)}
        </summary>
        <ul className="border-t border-dashed">
          {items.map((item) => (
            <Entry key={item.id} unanswered={item} />
          ))}
        </ul>
      </details>
    </li>
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
  const { agent, askedAt, approvalId } = unanswered;
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
        <WantedFigure wanted={unanswered} />
      </p>
      {unanswered.state === "unknown" ? <WantedUnknown about={unanswered.about} /> : null}
      <p className="mt-1 max-w-sheet text-ink-2">
        {words.unanswered.states[stateOf(unanswered)]}{" "}
        {approvalId === null ? null : (
          <Link
            href={addresses.approval(approvalId)}
            className="inline-block py-1 font-medium text-pen hover:underline"
          >
            {words.unanswered.see}
          </Link>
        )}
      </p>
      <WantedReason agent={agent} />
    </>
  );
}

/** Answered without a request that came of it, there is nothing to decide. */
function stateOf({ state, approvalId }: Unanswered): Unanswered["state"] | "over" {
  return state === "answered" && approvalId === null ? "over" : state;
}
