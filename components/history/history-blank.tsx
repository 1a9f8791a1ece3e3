"use client";

import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { phraseText } from "@/components/ui/phrase";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { isNarrowed } from "./address";
import { spanInWords } from "./filter-words";

/** Nothing to show, and why: nothing was ever settled, not in this time, or not like this. */
export function HistoryBlank({ listing }: { listing: ApprovalListing }) {
  const { locale, timeZone } = useReader();
  const words = useWords();
  const { empty, noneFound, nonePeriod } = words.history;
  if (!isNarrowed(listing)) {
    return (
      <div className="mt-5">
        <Blank title={empty.title}>
          <p>{empty.text}</p>
        </Blank>
      </div>
    );
  }
  const isPeriodAlone = !isNarrowed(listing, ["from", "to"]);
  const period = spanInWords(listing, { locale, timeZone }, words.filters.chips);
  return (
    <div className="mt-5">
      <Blank
        title={isPeriodAlone ? nonePeriod.title : noneFound.title}
        action={<ButtonLink href={addresses.history}>{noneFound.clear}</ButtonLink>}
      >
        <p>{isPeriodAlone ? phraseText(nonePeriod.text, { period, zone: timeZone }) : noneFound.text}</p>
      </Blank>
    </div>
  );
}
