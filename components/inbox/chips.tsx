"use client";

import { type Chip, FilterChips } from "@/components/filters/filter-chips";
import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { type InboxSearch, inboxSearch } from "./address";
import { useContractName } from "./contract-name";
import type { Choices } from "./facets";

/** What hides a part of the list, each with a way to take it away; the kind is one of them where it is beside others. */
export function Chips({
  search,
  choices,
  pathname,
}: {
  search: InboxSearch;
  choices: Choices;
  pathname: string;
}) {
  const words = useWords().filters.chips;
  const names = useDomainWords().types;
  const nameOf = useContractName(choices.contracts);
  const { q, contractId, agent, types } = search;
  const chips: Chip[] = [];
  const add = (key: string, shown: Chip["shown"], said: string, less: Partial<InboxSearch>) =>
    chips.push({ key, shown, said, href: `${pathname}${inboxSearch({ ...search, ...less })}` });
  if (types !== null && types.length > 1) {
    for (const type of types) {
      const name = names.name(type);
      add(type, name, name, { types: types.filter((one) => one !== type) });
    }
  }
  if (q !== null) {
    const said = phraseText(words.search, { what: theirWordsAsText(q) });
    add("q", <Phrase text={words.search} what={<TheirWords text={q} />} />, said, { q: null });
  }
  if (contractId !== null) add("contractId", nameOf(contractId), nameOf(contractId), { contractId: null });
  if (agent !== null) add("agent", <TheirWords text={agent} />, theirWordsAsText(agent), { agent: null });
  const { sort } = search;
  return <FilterChips chips={chips} clearHref={`${pathname}${inboxSearch({ sort })}`} />;
}
