"use client";

import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { CaptureState } from "@/lib/api/types";
import { LastCallText } from "./last-call";

/** Which agents came by lately, by which way, and with what end. */
export function Callers({ callers, strays }: Pick<CaptureState, "callers" | "strays">) {
  const words = useSettingsWords().capture.callers;
  return (
    <Section title={words.title}>
      {callers.length === 0 ? <p className="text-ink-2">{words.none}</p> : null}
      <ul className="border-t empty:hidden">
        {callers.map((caller) => (
          <li key={`${caller.way} ${caller.keyId} ${caller.agentName}`} className="border-b py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
                <Name caller={caller} />
              </span>
              <Age at={caller.last.at} className="text-ink-3 text-small" />
            </p>
            <p className="text-ink-2 text-small">
              <Way caller={caller} />
              {" · "}
              <Phrase text={words.last} what={<LastCallText last={caller.last} />} />
            </p>
            {caller.lastDay.length > 0 ? (
              <p className="text-ink-2 text-small">
                {phraseText(words.lastDay, {
                  counts: caller.lastDay.map(({ outcome, calls }) => words.counts[outcome](calls)).join("; "),
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {strays.length > 0 ? (
        <details className="mt-2">
          <summary className="cursor-pointer py-3 text-ink-2 text-small">{words.strays}</summary>
          <ul className="grid gap-1 text-ink-2 text-small">
            {strays.map((stray) => (
              <li key={`${stray.door} ${stray.whyCode}`}>
                <Phrase
                  text={words.strayCount}
                  calls={words.calls(stray.calls)}
                  ago={<Age at={stray.at} />}
                  why={stray.why}
                />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

type Caller = CaptureState["callers"][number];

/** What it calls itself, else what its key is called here. */
function Name({ caller: { agentName, keyLabel } }: { caller: Caller }) {
  const { unnamed } = useSettingsWords().capture.callers;
  const name = agentName ?? keyLabel;
  return name === null ? unnamed : <TheirWords text={name} />;
}

function Way({ caller: { way, agentName, keyLabel } }: { caller: Caller }) {
  const { ways } = useSettingsWords().capture.callers;
  if (way === "recorder") return ways.recorder;
  if (agentName === null && keyLabel !== null) return ways.captureOwn;
  return keyLabel === null ? (
    ways.captureGone
  ) : (
    <Phrase text={ways.capture} label={<TheirWords text={keyLabel} />} />
  );
}
