"use client";

import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase, phraseText } from "@/components/ui/phrase";
import type { Approval } from "@/lib/api/types";
import { formatDuration, spokenDuration } from "@/lib/messages/format";
import { courseOf } from "./course";

/** How long it took, how much of that it was listed here, and who had left for OpenTrain's page. */
export function HowItWent({ approval }: { approval: Approval }) {
  const { locale } = useReader();
  const words = useWords().history;
  const { tookMs, listedMs, openedMs } = courseOf(approval);
  const said = (text: string, ms: number) => (
    <>
      <span aria-hidden="true">{phraseText(text, { time: formatDuration(ms, locale) })}</span>
      <span className="sr-only">{phraseText(text, { time: spokenDuration(ms, locale) })}</span>
    </>
  );
  const took = words.took[approval.phase as keyof typeof words.took];
  return (
    <>
      {tookMs === null || took === undefined ? null : said(took, tookMs)}
      {tookMs === null || listedMs === null ? null : (
        <>
          {", "}
          {listedMs === 0 ? words.listedAfter : said(words.listedFor, listedMs)}
        </>
      )}
      {openedMs === null || approval.openedBy === null ? null : (
        <>
          {" · "}
          <Phrase
            text={openedMs < 1000 ? words.openedJust : words.opened}
            who={<TheirWords text={approval.openedBy.name} />}
            time={formatDuration(openedMs, locale)}
          />
        </>
      )}
    </>
  );
}
