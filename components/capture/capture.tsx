"use client";

import { useQuery } from "@tanstack/react-query";
import { useSettingsWords, useWords } from "@/components/reader";
import { useClockSync } from "@/components/time/clock";
import { Blank } from "@/components/ui/blank";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { captureQuery } from "@/lib/api/queries/capture";
import { Callers } from "./callers";
import { KeyList } from "./key-list";
import { NewKey } from "./new-key";
import { RecorderWay } from "./recorder-way";

/** How an agent's requests get here: the way that misses nothing first, then the others, then who came by. */
export function Capture({ origin, isLocal }: { origin: string; isLocal: boolean }) {
  const { errors } = useWords();
  const words = useSettingsWords().capture;
  const capture = useQuery(captureQuery());
  useClockSync(capture.data?.asOf, capture.dataUpdatedAt);
  if (!capture.data) {
    return (
      <Blank
        level={1}
        title={words.failedToLoad.title}
        action={<Button onClick={() => capture.refetch()}>{errors.retry}</Button>}
      >
        <p>{words.failedToLoad.text}</p>
      </Blank>
    );
  }
  const { canManage, hasSandboxAgent, keys, callers, strays } = capture.data;
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{words.lead}</p>
      {isLocal ? (
        <div className="mt-3">
          <Notice>
            <p>{phraseText(words.local, { origin })}</p>
          </Notice>
        </div>
      ) : null}
      <noscript>
        <p className="mt-3 text-ink-2">{words.noScript}</p>
      </noscript>
      <RecorderWay origin={origin} canTest={canManage} hasSandboxAgent={hasSandboxAgent} />
      <Section title={words.keys.title}>
        <p className="text-ink-2">{canManage ? words.keys.text : words.onlyOwner}</p>
        {canManage ? (
          <>
            <NewKey origin={origin} />
            <KeyList keys={keys} origin={origin} />
          </>
        ) : null}
      </Section>
      <Callers callers={callers} strays={strays} />
    </>
  );
}
