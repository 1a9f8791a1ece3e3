"use client";

import { useWords } from "@/components/reader";
import { theirWordsAsText } from "@/components/their-words";
import { phraseText } from "@/components/ui/phrase";
import type { Choices } from "./facets";

/** Contracts by the names people know; with the person where two are called the same, and the id where both are. */
export function useContractName(contracts: Choices["contracts"]): (id: string) => string {
  const words = useWords().inboxList;
  const titled = contracts.map(({ id, title, who }) => {
    const shown =
      title === null
        ? phraseText(words.untitledContract, { id: theirWordsAsText(id) })
        : theirWordsAsText(title);
    return { id, shown, who: who === null ? null : theirWordsAsText(who) };
  });
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { shown } of titled) (seen.has(shown) ? twice : seen).add(shown);
  const names = new Map(
    titled.map(({ id, shown, who }) => [
      id,
      twice.has(shown)
        ? phraseText(words.contractWith, { title: shown, who: `${who ?? ""} ${id}`.trim() })
        : shown,
    ]),
  );
  return (id) => names.get(id) ?? theirWordsAsText(id);
}
