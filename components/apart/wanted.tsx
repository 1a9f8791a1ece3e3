"use client";

import { FoldedText } from "@/components/folded-text";
import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { Blocked } from "@/lib/api/types";
import { formatDay } from "@/lib/messages/format";

export type WantedFacts = Pick<Blocked, "action" | "subject" | "subjectId" | "about" | "terms" | "agent">;

const ACTIONS = ["hire", "fund", "release", "end"] as const;

function actionOf(action: string): (typeof ACTIONS)[number] | "other" {
  return ACTIONS.find((known) => known === action) ?? "other";
}

/** What an agent wanted, of what, and where that belongs: "Hire Noor B. · Batch 1", "Box 600 receipts". */
export function Wanted({ wanted: { action, subject, subjectId, about, terms } }: { wanted: WantedFacts }) {
  const words = useWords().apart;
  const kind = actionOf(action);
  const place = [about.counterparty, about.jobTitle ?? about.contractTitle].filter(
    (name) => name !== null && name !== subject,
  );
  return (
    <>
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
      {place.length > 0 ? (
        <span className="line-clamp-2 text-small">
          <TheirWords text={place.join(" · ")} />
        </span>
      ) : null}
    </>
  );
}

/** Why it is not known whom or what it is about, if it is not. */
export function WantedUnknown({ about }: Pick<WantedFacts, "about">) {
  const words = useWords().apart;
  const why = about.unknown?.text ?? (about.readAt === null ? words.notReadYet : null);
  return why === null ? null : <p className="mt-1 max-w-sheet text-ink-2">{why}</p>;
}

/** The same where only text fits, each by a name of its own. */
export function useWantedNames(items: readonly (WantedFacts & { id: string })[]): (id: string) => string {
  const words = useWords().apart;
  const names = items.map(({ action, subject, subjectId, terms }) => {
    const kind = actionOf(action);
    const what = subject
      ? theirWordsAsText(subject)
      : [words.nameless[kind], theirWordsAsText(subjectId ?? "")].join(" ").trim();
    const name = phraseText(words.wanted[kind], { action: theirWordsAsText(action), what });
    return terms?.name ? `${name} · ${theirWordsAsText(terms.name)}` : name;
  });
  return (id) => {
    const index = items.findIndex((item) => item.id === id);
    const what = names[index] ?? "";
    const same = names.flatMap((name, at) => (name === what ? [at] : []));
    if (same.length < 2) return what;
    return phraseText(words.ofSame, {
      what,
      number: String(same.indexOf(index) + 1),
      count: String(same.length),
    });
  };
}

/** The figure it was about with where it comes from, in no sum; and its day. */
export function WantedFigure({ wanted: { action, about, terms } }: { wanted: WantedFacts }) {
  const { locale } = useReader();
  const words = useWords().apart;
  if (actionOf(action) === "end") return null;
  return (
    <span className="max-w-[50%] shrink-0 text-end">
      <WantedAmount terms={terms} about={about} />
      {terms?.dueDate ? (
        <span className="block text-ink-3">
          <Phrase text={words.due} day={<TheirWords text={formatDay(terms.dueDate, locale)} />} />
        </span>
      ) : null}
    </span>
  );
}

function WantedAmount({ terms, about }: Pick<WantedFacts, "terms" | "about">) {
  const words = useWords().apart;
  const { sources, terms: fields, termNotGiven } = useDomainWords();
  if (terms && terms.amountCents === null) {
    return <span className="block text-ink-3">{`${fields.amountCents} ${termNotGiven}`}</span>;
  }
  if (terms === null && about.amountUnreadable !== null) {
    return (
      <span className="block text-ink-3">
        <Phrase text={words.amountUnreadable} said={<TheirWords text={about.amountUnreadable} />} />
      </span>
    );
  }
  const cents = terms?.amountCents ?? about.amountCents;
  if (cents === null) return <span className="block text-ink-3">{words.amountUnknown}</span>;
  return (
    <>
      <span className="block whitespace-nowrap font-semibold text-body text-ink">
        <Money cents={cents} />
      </span>
      <span className="block text-caption text-ink-3">{terms ? sources.agent : sources.opentrain}</span>
    </>
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
