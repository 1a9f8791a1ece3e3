"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { CodeBlock } from "@/components/capture/code-block";
import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { ClockIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { captureQuery } from "@/lib/api/queries/capture";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { CaptureState } from "@/lib/api/types";
import { recorderLine } from "@/lib/messages/capture-snippets";

const link = "inline-block py-1 text-pen underline underline-offset-4";

/** One line for whoever runs the agent, and the first call as it comes in. */
export function CallStep({ origin, isLocal, skip }: { origin: string; isLocal: boolean; skip: () => void }) {
  const settings = useSettingsWords();
  const words = settings.welcome;
  const capture = useQuery(captureQuery({ isWatching: true }));
  const connection = useQuery(summaryQuery()).data?.connection.state;
  const caller = latestOf(capture.data);
  if (caller) {
    const { agentName, last } = caller;
    return (
      <>
        <p role="status" className="text-ink-2">
          <Phrase
            text={agentName ? words.call.done : words.call.doneUnnamed}
            agent={agentName ? <TheirWords text={agentName} /> : null}
            ago={<Age at={last.at} />}
          />
        </p>
        <p className="text-small">
          <Link href={addresses.capture} className={link}>
            {words.call.own}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <p className="text-ink-2">{words.call.text}</p>
      <CodeBlock text={recorderLine(origin)} copy={words.call.copy} />
      <p className="text-ink-2 text-small">{words.call.passes}</p>
      {isLocal ? (
        <p className="text-ink-2 text-small">{phraseText(settings.capture.local, { origin })}</p>
      ) : null}
      {connection === "none" || connection === "disconnected" ? (
        <p className="text-small text-soon">{words.call.first}</p>
      ) : null}
      <div role="status" className="grid gap-2 noscript:hidden">
        <p className="flex items-center gap-2 font-medium">
          <ClockIcon className="size-icon shrink-0 text-ink-2" />
          {words.call.waiting}
        </p>
        {capture.isError ? <p className="text-last text-small">{words.call.failed}</p> : null}
        <Strays strays={capture.data?.strays ?? []} />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Link href={addresses.capture} className={`text-small ${link}`}>
          {words.call.other}
        </Link>
        <Button variant="plain" onClick={skip} className="noscript:hidden">
          {words.skip}
        </Button>
      </div>
    </>
  );
}

function latestOf(capture: CaptureState | undefined): CaptureState["callers"][number] | undefined {
  return capture?.callers.toSorted((a, b) => Date.parse(b.last.at) - Date.parse(a.last.at))[0];
}

/** What was turned away may have been the one that is waited for. */
function Strays({ strays }: { strays: CaptureState["strays"] }) {
  const words = useSettingsWords().capture.test;
  return strays.map((stray) => (
    <p key={`${stray.door} ${stray.whyCode}`} className="text-last text-small">
      <Phrase text={words.stray[stray.door]} ago={<Age at={stray.at} />} why={stray.why} />
    </p>
  ));
}
