"use client";

import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase } from "@/components/ui/phrase";
import type { Approval } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import type { Screens } from "@/lib/messages/en/screens";

export type Named = Pick<Approval, "type" | "counterparty" | "title" | "milestoneName" | "contractTitle">;

type Name = { text: string; who: string | null; what: string | null; rest: string | null };

/** Who and what in as few words as it can be said; `rest` is the other half. */
function shortName(approval: Named, words: Screens["rows"]): Name {
  const who = approval.counterparty;
  const what = approval.milestoneName ?? approval.title;
  switch (kindOf(approval.type)) {
    case "hire":
      return { text: who ? words.hire : words.hireNobody, who, what, rest: what };
    case "fund":
      return { text: what ? words.fund : words.fundNothing, who, what, rest: who };
    case "release":
      return { text: who ? words.release : words.releaseNobody, who, what, rest: what };
    case "end":
      return { text: words.end, who, what, rest: who ?? approval.contractTitle };
    default:
      return { text: words.unknown, who, what, rest: approval.title };
  }
}

export function RequestName({ approval, mark }: { approval: Named; mark?: React.ReactNode }) {
  const name = shortName(approval, useWords().rows);
  return (
    <>
      <span className="font-semibold">
        <Filled name={name} />
      </span>
      {mark}
      {name.rest ? (
        <span className="text-ink-2">
          {" · "}
          <TheirWords text={name.rest} />
        </span>
      ) : null}
    </>
  );
}

function Filled({ name: { text, who, what } }: { name: Name }) {
  return (
    <Phrase text={text} who={who && <TheirWords text={who} />} what={what && <TheirWords text={what} />} />
  );
}
