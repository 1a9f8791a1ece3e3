"use client";

import type { ReactNode } from "react";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { formatDay, formatInstant, formatMoney } from "@/lib/messages/format";
import type { HistoryChoices } from "./history-filters";
import { daysOf } from "./periods";

/** One thing that narrows history, in words, and what to ask for without it. */
export type FilterWord = { key: string; shown: ReactNode; said: string; less: Partial<ApprovalListing> };

export function useFilterWords(
  listing: ApprovalListing,
  choices: HistoryChoices,
  /** Whose days the filter was made of. */
  timeZone: string,
): FilterWord[] {
  const { locale } = useReader();
  const words = useWords().filters.chips;
  const domain = useDomainWords();
  const { phases, types, q, contractId, agent, from, to, min, max } = listing;
  const { first, last } = daysOf(listing, timeZone);
  const all: FilterWord[] = [];
  const plain = (key: string, text: string, less: Partial<ApprovalListing>) =>
    all.push({ key, shown: text, said: text, less });
  const theirs = (key: string, text: string, less: Partial<ApprovalListing>) =>
    all.push({ key, shown: <TheirWords text={text} />, said: theirWordsAsText(text), less });
  const day = (at: Date, name: string | null) =>
    name === null ? formatInstant(at, timeZone, locale) : formatDay(name, locale);
  const without = <T,>(values: readonly T[], value: T) => {
    const rest = values.filter((one) => one !== value);
    return rest.length === 0 ? null : rest;
  };

  for (const phase of phases ?? [])
    plain(phase, domain.phases[phase], { phases: without(phases ?? [], phase) });
  for (const type of types ?? []) plain(type, domain.types.name(type), { types: without(types ?? [], type) });
  if (from !== null) plain("from", phraseText(words.from, { what: day(from, first) }), { from: null });
  if (to !== null) plain("to", phraseText(words.to, { what: day(to, last) }), { to: null });
  if (q !== null) {
    const said = phraseText(words.search, { what: theirWordsAsText(q) });
    const shown = <Phrase text={words.search} what={<TheirWords text={q} />} />;
    all.push({ key: "q", shown, said, less: { q: null } });
  }
  if (contractId !== null) {
    const contract = choices.contracts.find(({ id }) => id === contractId);
    theirs("contractId", contract?.title ?? contractId, { contractId: null });
  }
  if (agent !== null) theirs("agent", agent, { agent: null });
  if (min !== null) plain("min", phraseText(words.min, { what: formatMoney(min, locale) }), { min: null });
  if (max !== null) plain("max", phraseText(words.max, { what: formatMoney(max, locale) }), { max: null });
  return all;
}
