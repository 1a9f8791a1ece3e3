"use client";

import { addresses } from "@/components/addresses";
import { type Chip, FilterChips } from "@/components/filters/filter-chips";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { formatDay, formatInstant, formatMoney } from "@/lib/messages/format";
import { historyHref } from "./address";
import type { HistoryChoices } from "./history-filters";
import { daysOf } from "./periods";

/** Everything that hides a part of history, each with a way to take it away. */
export function HistoryChips({
  listing,
  choices,
  goTo,
}: {
  listing: ApprovalListing;
  choices: HistoryChoices;
  goTo: (search: string) => void;
}) {
  const { locale, timeZone } = useReader();
  const words = useWords().filters.chips;
  const domain = useDomainWords();
  const { phases, types, q, contractId, agent, from, to, min, max } = listing;
  const { first, last } = daysOf(listing, timeZone);
  const chips: Chip[] = [];
  const add = (key: string, shown: Chip["shown"], said: string, less: Partial<ApprovalListing>) =>
    chips.push({ key, shown, said, href: historyHref({ ...listing, ...less }, timeZone) });
  const theirs = (key: string, text: string, less: Partial<ApprovalListing>) =>
    add(key, <TheirWords text={text} />, theirWordsAsText(text), less);
  const plain = (key: string, text: string, less: Partial<ApprovalListing>) => add(key, text, text, less);
  const day = (at: Date, name: string | null) =>
    name === null ? formatInstant(at, timeZone, locale) : formatDay(name, locale);

  for (const phase of phases ?? []) {
    const rest = (phases ?? []).filter((one) => one !== phase);
    plain(phase, domain.phases[phase], { phases: rest.length === 0 ? null : rest });
  }
  for (const type of types ?? []) {
    const rest = (types ?? []).filter((one) => one !== type);
    plain(type, domain.types.name(type), { types: rest.length === 0 ? null : rest });
  }
  if (from !== null) plain("from", phraseText(words.from, { what: day(from, first) }), { from: null });
  if (to !== null) plain("to", phraseText(words.to, { what: day(to, last) }), { to: null });
  if (q !== null) {
    const said = phraseText(words.search, { what: theirWordsAsText(q) });
    add("q", <Phrase text={words.search} what={<TheirWords text={q} />} />, said, { q: null });
  }
  if (contractId !== null) {
    const contract = choices.contracts.find(({ id }) => id === contractId);
    theirs("contractId", contract?.title ?? contractId, { contractId: null });
  }
  if (agent !== null) theirs("agent", agent, { agent: null });
  if (min !== null) plain("min", phraseText(words.min, { what: formatMoney(min, locale) }), { min: null });
  if (max !== null) plain("max", phraseText(words.max, { what: formatMoney(max, locale) }), { max: null });
  return (
    <FilterChips
      chips={chips}
      clearHref={addresses.history}
      onGo={(href) => goTo(href.slice(addresses.history.length))}
    />
  );
}
