"use client";

import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { join } from "@/components/ui/join";
import { Phrase } from "@/components/ui/phrase";
import type { Milestone } from "@/lib/api/types";
import { formatDay } from "@/lib/messages/format";

const STEPS = ["not_funded", "funded", "submitted", "released"] as const;

/** Each milestone with how far it is, in a line of four and in words. */
export function MilestoneList({ milestones }: { milestones: readonly Milestone[] }) {
  const { locale } = useReader();
  const words = useWords().contracts;
  const { milestonePhases } = useDomainWords().contracts;
  if (milestones.length === 0) return <p className="text-ink-2">{words.noMilestones}</p>;
  return (
    <ol className="border-t">
      {milestones.map((milestone) => (
        <li
          key={milestone.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 border-b py-3 pad:grid-cols-[minmax(0,1fr)_11rem_6rem]"
        >
          <span>
            {milestone.number === null ? null : <span className="text-ink-3">{`${milestone.number}. `}</span>}
            <span className="font-medium">
              {milestone.name ? <TheirWords text={milestone.name} /> : null}
            </span>
            {milestone.dueDate ? (
              <span className="block text-ink-3 text-small">
                <Phrase text={words.due} date={<TheirWords text={formatDay(milestone.dueDate, locale)} />} />
              </span>
            ) : null}
          </span>
          <span className="row-start-2 text-small pad:row-start-auto">
            <StepLine phase={milestone.phase} />
            <span className={milestone.phase === "not_funded" ? "text-ink-3" : "text-ink-2"}>
              {milestone.phase === "other" ? (
                <Phrase text={words.word} status={<TheirWords text={milestone.status} />} />
              ) : (
                milestonePhases[milestone.phase]
              )}
            </span>
          </span>
          <span className="text-end font-semibold">
            <Money cents={milestone.amountCents} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Three stretches between four stations; what has been walked is inked. */
function StepLine({ phase }: { phase: Milestone["phase"] }) {
  if (phase === "other") return null;
  const reached = STEPS.indexOf(phase);
  return (
    <span aria-hidden="true" className="mb-1 hidden items-center pad:flex">
      {STEPS.map((step, index) => (
        <span key={step} className="flex flex-1 items-center last:flex-none">
          <span
            className={join(
              "size-2 rounded-full border-[1.5px]",
              index <= reached ? "border-ink" : "border-line-strong",
              index <= reached && reached > 0 && "bg-ink",
            )}
          />
          {index < STEPS.length - 1 ? (
            <span className={join("h-[1.5px] flex-1", index < reached ? "bg-ink" : "bg-line")} />
          ) : null}
        </span>
      ))}
    </span>
  );
}
