"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { phraseText } from "@/components/ui/phrase";
import { summaryQuery } from "@/lib/api/queries/summary";
import { formatCount } from "@/lib/messages/format-count";
import { BackfillBar } from "./backfill-bar";

/** While the past is read: how far it is, below everything that can be used meanwhile. */
export function BackfillLine() {
  const { locale } = useReader();
  const words = useWords().coverage;
  const backfill = useQuery(summaryQuery()).data?.backfill ?? null;
  if (backfill === null || backfill.state !== "running") return null;
  const { stage, eventsRead, found, read, toGo, waiting } = backfill;
  const { collecting, reading } = words;
  const figures = { read: formatCount(read, locale), found: formatCount(found, locale) };
  return (
    <div className="mt-3 grid gap-2">
      {stage === "reading" && found > 0 ? <BackfillBar done={found - toGo} of={found} /> : null}
      <p>
        {words.past}{" "}
        {stage === "collecting" ? collecting(formatCount(eventsRead, locale)) : phraseText(reading, figures)}{" "}
        {waiting}{" "}
        <Link href={addresses.coverage} className="inline-block py-1 underline underline-offset-2">
          {words.more}
        </Link>
      </p>
    </div>
  );
}
