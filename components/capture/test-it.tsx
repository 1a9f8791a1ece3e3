"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { CheckIcon, ClockIcon, WarningIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { captureQuery } from "@/lib/api/queries/capture";
import { type Arrival, arrivalsSince, type Watched } from "./arrivals";
import { CodeBlock } from "./code-block";

const giveUpAfterMs = 3 * 60_000;

type Stage = "closed" | "starting" | "waiting" | "timed_out";

/** Waits for the first call and says what arrived, whatever it was, as far as anybody can tell. */
export function TestIt({
  watched,
  origin,
  command,
  hint,
  name,
}: {
  watched: Watched;
  origin: string;
  /** A call that can be made at once. */
  command: string;
  hint: string;
  /** Which of several, for who cannot see where the button stands. */
  name?: string;
}) {
  const words = useSettingsWords().capture.test;
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>("closed");
  const [since, setSince] = useState("");
  const state = useQuery(captureQuery({ isWatching: stage === "waiting" }));
  const found =
    stage === "closed" || !state.data || since === "" ? null : arrivalsSince(state.data, watched, since);
  const arrival = found?.arrival ?? null;

  useEffect(() => {
    if (stage !== "waiting" || arrival) return;
    const timer = setTimeout(() => setStage("timed_out"), giveUpAfterMs);
    return () => clearTimeout(timer);
  }, [stage, arrival]);

  async function start() {
    setStage("starting");
    // From when on, by the clock that will say when it arrived.
    const now = await queries.fetchQuery({ ...captureQuery(), staleTime: 0 }).catch(() => null);
    setSince(now?.asOf ?? new Date().toISOString());
    setStage("waiting");
  }

  if (stage === "closed") {
    return (
      <div>
        <Button onClick={start} aria-label={name ? phraseText(words.openOf, { label: name }) : undefined}>
          {words.open}
        </Button>
      </div>
    );
  }
  return (
    <div data-slot="test-it" className="grid gap-3 border-t pt-3">
      <div role="status" className="grid gap-2">
        {arrival ? (
          <Arrived arrival={arrival} />
        ) : stage === "timed_out" ? (
          <TimedOut way={watched.way} origin={origin} />
        ) : (
          <p className="flex items-center gap-2 font-medium">
            <ClockIcon className="size-icon shrink-0 text-ink-2" />
            {stage === "starting" ? words.starting : words.waiting}
          </p>
        )}
        {arrival
          ? null
          : found?.strays.map((stray) => (
              <p key={`${stray.door} ${stray.whyCode}`} className="text-last text-small">
                <Phrase text={words.stray[stray.door]} ago={<Age at={stray.at} />} why={stray.why} />
              </p>
            ))}
        {state.isError ? <p className="text-last text-small">{words.unreachable}</p> : null}
      </div>
      {arrival || stage === "timed_out" ? null : (
        <>
          <p className="text-ink-2 text-small">{hint}</p>
          <CodeBlock text={command} copy={words.copyTest} />
        </>
      )}
      <div className="flex flex-wrap gap-3">
        {arrival || stage === "timed_out" ? <Button onClick={start}>{words.again}</Button> : null}
        <Button variant="plain" onClick={() => setStage("closed")}>
          {arrival || stage === "timed_out" ? words.close : words.stop}
        </Button>
      </div>
    </div>
  );
}

function Arrived({ arrival: { last, agentName } }: { arrival: Arrival }) {
  const words = useSettingsWords().capture.test;
  const { outcome, why, whyCode } = last;
  const isDoubled = whyCode === "doubled_path";
  const isWrong = outcome === "refused" || isDoubled;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 font-medium">
        {isWrong ? (
          <WarningIcon className="size-icon shrink-0 text-last" />
        ) : (
          <CheckIcon className="size-icon shrink-0 text-good" />
        )}
        <span>
          <Phrase text={words.arrived} ago={<Age at={last.at} />} />
        </span>
        {agentName ? (
          <span className="font-normal text-ink-2">
            <Phrase text={words.by} agent={<TheirWords text={agentName} />} />
          </span>
        ) : null}
      </p>
      <p>
        {outcome === "refused"
          ? phraseText(words.refused, { why: why ?? "" })
          : [isDoubled ? words.doubledPath : words.outcomes[outcome], why ?? ""].join(" ")}
      </p>
      {last.approvalId === null ? null : (
        <p>
          <Link
            href={addresses.approval(last.approvalId)}
            className="font-medium text-pen underline underline-offset-4"
          >
            {words.see}
          </Link>
        </p>
      )}
    </>
  );
}

function TimedOut({ way, origin }: { way: Watched["way"]; origin: string }) {
  const words = useSettingsWords().capture.test;
  return (
    <>
      <p className="font-medium">{phraseText(words.timedOut, { minutes: String(giveUpAfterMs / 60_000) })}</p>
      <ul className="list-disc space-y-1 ps-5 text-ink-2 text-small">
        {words.checks[way].map((check) => (
          <li key={check} className="[overflow-wrap:anywhere]">
            {phraseText(check, { origin })}
          </li>
        ))}
      </ul>
    </>
  );
}
