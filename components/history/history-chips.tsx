"use client";

import { addresses } from "@/components/addresses";
import { FilterChips } from "@/components/filters/filter-chips";
import { useReader } from "@/components/reader";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { historyHref } from "./address";
import type { HistoryChoices } from "./history-filters";
import { useFilterWords } from "./use-filter-words";

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
  const { timeZone } = useReader();
  const words = useFilterWords(listing, choices, timeZone);
  const chips = words.map(({ key, shown, said, less }) => ({
    key,
    shown,
    said,
    href: historyHref({ ...listing, ...less }, timeZone),
  }));
  return (
    <FilterChips
      chips={chips}
      clearHref={addresses.history}
      onGo={(href) => goTo(href.slice(addresses.history.length))}
    />
  );
}
