"use client";

import { FoldedText } from "@/components/folded-text";
import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { Blocked } from "@/lib/api/types";
import { formatDay } from "@/lib/messages/format";

export type WantedFacts = Pick<Blocked, "action" | "subject" | "subjectId" | "terms" | "agent">;

const ACTIONS = ["hire", "fund", "release", "end"] as const;

function actionOf(action: string): (typeof ACTIONS)[number] | "other" {
  return ACTIONS.find((known) => known === action) ?? "other";
}

/** What an agent wanted, and of what: "Hire Noor B. · Batch 1". */
export function Wanted({ wanted: { action, subject, subjectId, terms } }: { wanted: WantedFacts }) {
  const words = useWords().apart;
  const kind = actionOf(action);
  return (
    <span className="line-clamp-3">
      <span className="font-semibold text-ink">
        <Phrase
          text={words.wanted[kind]}
          action={<TheirWords text={action} />}
          what={subject ? <TheirWords text={subject} /> : words.nameless[kind]}
        />
      </span>
      {terms?.name ? (
        <>
          {" · "}
          <TheirWords text={terms.name} />
        </>
      ) : null}
      {!subject && subjectId ? (
        <span className="text-caption text-ink-3">
          {" "}
          <TheirWords text={subjectId} />
        </span>
      ) : null}
    </span>
  );
}

/** The same where only text fits. */
export function useWantedText() {
  const words = useWords().apart;
  return ({ action, subject }: WantedFacts) => {
    const kind = actionOf(action);
    const what = subject ? theirWordsAsText(subject) : words.nameless[kind];
    return phraseText(words.wanted[kind], { action: theirWordsAsText(action), what });
  };
}

/** The figure it was about, in no sum; and its day. */
export function WantedTerms({ terms }: { terms: WantedFacts["terms"] }) {
  const { locale } = useReader();
  const words = useWords().apart;
  const { termNotGiven, terms: fields } = useDomainWords();
  if (terms === null) return null;
  return (
    <span className="max-w-[45%] shrink-0 text-end">
      <span className="block font-medium text-ink">
        {terms.amountCents === null ? (
          <span className="font-normal text-ink-3">
            {fields.amountCents} {termNotGiven}
          </span>
        ) : (
          <Money cents={terms.amountCents} />
        )}
      </span>
      {terms.dueDate ? (
        <span className="block text-ink-3">
          <Phrase text={words.due} day={<TheirWords text={formatDay(terms.dueDate, locale)} />} />
        </span>
      ) : null}
    </span>
  );
}

/** The agent's own words, apart from what is known. */
export function WantedReason({ agent }: { agent: { reason: string | null } | null }) {
  const words = useWords().apart;
  if (!agent?.reason) return null;
  return (
    <div className="mt-2 rounded bg-wash px-3 py-2">
      <p className="text-caption text-ink-3">{words.itsWords}</p>
      <FoldedText as="blockquote" className="text-ink-2">
        <TheirWords text={agent.reason} />
      </FoldedText>
    </div>
  );
}
