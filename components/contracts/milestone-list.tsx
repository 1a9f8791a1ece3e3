"use client";

import { addresses } from "@/components/addresses";
import { Money } from "@/components/money/money";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import type { Contract, Milestone } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { formatDay } from "@/lib/messages/format";
import { StepLine } from "./step-line";

type Waiting = Contract["waiting"][number];

/** Each milestone with how far it is, in a line of four and in words, and what waits to move it on. */
export function MilestoneList({
  milestones,
  waiting,
}: {
  milestones: readonly Milestone[];
  waiting: readonly Waiting[];
}) {
  const words = useWords().contracts;
  if (milestones.length === 0) return <p className="text-ink-2">{words.noMilestones}</p>;
  return (
    <ol className="border-t">
      {milestones.map((milestone) => (
        <Row
          key={milestone.id}
          milestone={milestone}
          waiting={waiting.filter(({ milestoneId }) => milestoneId === milestone.id)}
        />
      ))}
    </ol>
  );
}

function Row({ milestone, waiting }: { milestone: Milestone; waiting: readonly Waiting[] }) {
  const { locale } = useReader();
  const words = useWords().contracts;
  const { number, name, dueDate, amountCents, phase, goneAt } = milestone;
  const kinds = waiting.map(({ type }) => kindOf(type));
  const ghost = phase === "not_funded" && kinds.includes("fund") ? 1 : kinds.includes("release") ? 3 : null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 border-b py-3 pad:grid-cols-[minmax(0,1fr)_12rem_6.5rem]">
      <span className="min-w-0">
        {number === null ? null : <span className="text-ink-3">{`${number}. `}</span>}
        <span className="font-medium">{name ? <TheirWords text={name} /> : null}</span>
        {dueDate ? (
          <span className="block text-ink-3 text-small">
            <Phrase text={words.due} date={<TheirWords text={formatDay(dueDate, locale)} />} />
          </span>
        ) : null}
      </span>
      <span className="text-small max-pad:col-span-2 max-pad:row-start-2">
        {goneAt === null ? <StepLine phase={phase} ghost={ghost} /> : null}
        <Stands milestone={milestone} />
        {waiting.map((request) => (
          <Waits key={request.id} request={request} />
        ))}
      </span>
      <span className="text-end font-semibold">
        <Money cents={amountCents} />
      </span>
    </li>
  );
}

/** OpenTrain's own word where it is not one of ours. */
function Stands({ milestone: { phase, status, goneAt } }: { milestone: Milestone }) {
  const words = useWords().contracts;
  const { milestonePhases, milestoneGone } = useDomainWords().contracts;
  return (
    <span className={phase === "not_funded" || goneAt !== null ? "text-ink-3" : "text-ink-2"}>
      {goneAt !== null ? (
        milestoneGone
      ) : phase === "other" && status === "" ? (
        words.wordNone
      ) : phase === "other" ? (
        <Phrase text={words.word} status={<TheirWords text={status} />} />
      ) : (
        milestonePhases[phase]
      )}
    </span>
  );
}

function Waits({ request: { id, type } }: { request: Waiting }) {
  const { waitsFor } = useWords().contracts;
  const kind = kindOf(type);
  if (kind !== "fund" && kind !== "release") return null;
  return (
    <Link
      href={addresses.approval(id)}
      className="block py-1 font-medium text-pen underline-offset-2 hover:underline"
    >
      {waitsFor[kind]}
    </Link>
  );
}
