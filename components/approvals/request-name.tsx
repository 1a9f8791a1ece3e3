"use client";

import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { Approval } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import type { BrowserWords } from "@/lib/messages";

export type Named = Pick<Approval, "type" | "counterparty" | "title" | "milestoneName" | "contractTitle">;

type Name = {
  text: string;
  who: string | null;
  what: string | null;
  rest: string | null;
  /** The other half is the person. */
  isRestWho?: boolean;
};

/** Who and what in as few words as it can be said; `rest` is the other half. */
function shortName(approval: Named, words: BrowserWords["screens"]["rows"]): Name {
  const who = approval.counterparty;
  const what = approval.milestoneName ?? approval.title;
  switch (kindOf(approval.type)) {
    case "hire":
      return { text: who ? words.hire : words.hireNobody, who, what, rest: what };
    case "fund":
      return { text: what ? words.fund : words.fundNothing, who, what, rest: who, isRestWho: true };
    case "release":
      return { text: who ? words.release : words.releaseNobody, who, what, rest: what };
    case "end":
      return { text: words.end, who, what, rest: who ?? approval.contractTitle, isRestWho: who !== null };
    default:
      return { text: words.unknown, who, what, rest: approval.title };
  }
}

/** `idEnd`: what tells this person from another of the same name in the same list, said right after the name. */
export function RequestName({ approval, idEnd = null }: { approval: Named; idEnd?: string | null }) {
  const { text, who, what, rest, isRestWho = false } = shortName(approval, useWords().rows);
  return (
    <>
      <span className="font-semibold">
        <Phrase
          text={text}
          who={who && <Person name={who} idEnd={idEnd} />}
          what={what && <TheirWords text={what} />}
        />
      </span>
      {rest ? (
        <span className="text-ink-2">
          {" · "}
          {isRestWho ? <Person name={rest} idEnd={idEnd} /> : <TheirWords text={rest} />}
        </span>
      ) : null}
    </>
  );
}

function Person({ name, idEnd }: { name: string; idEnd: string | null }) {
  const words = useWords().rows;
  return (
    <>
      <TheirWords text={name} />
      {idEnd === null ? null : (
        <span
          className="whitespace-nowrap font-normal text-caption text-ink-3"
          title={phraseText(words.idEndWhy, { end: idEnd })}
        >{` (${phraseText(words.idEnd, { end: idEnd })})`}</span>
      )}
    </>
  );
}
