"use client";

import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Link } from "@/components/ui/link";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { type Step, Track } from "@/components/ui/track";
import type { Approval, Milestone } from "@/lib/api/types";
import { type Kind, kindOf } from "@/lib/domain/consequences";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { EscrowPart } from "./escrow-part";

/** The step a request would make; of a kind we do not know, none. */
const GHOST: Record<Kind, number | null> = { hire: null, fund: 1, release: 3, end: null, unknown: null };

const PLACE: Record<Milestone["phase"], number> = {
  not_funded: 0,
  funded: 1,
  submitted: 2,
  released: 3,
  other: -1,
};

/** Where the work and its money stand, and the step this request would make drawn as a ghost. */
export function WorkTrack(about: {
  approval: Approval;
  phase: Phase;
  milestones: readonly Milestone[] | null;
}) {
  const kind = kindOf(about.approval.type);
  if (kind === "hire") return <HireTrack {...about} />;
  return about.milestones === null ? null : (
    <OnContract {...about} kind={kind} milestones={about.milestones} />
  );
}

function HireTrack({ approval, phase }: { approval: Approval; phase: Phase }) {
  const words = useWords().detail.track;
  const isOpen = isOpenPhase(phase);
  if (!isOpen && phase !== "confirmed") return null;
  const steps = stepsOf(words.hire, isOpen ? 0 : 1, isOpen ? 1 : null, words.pending);
  return (
    <Section title={words.job} aside={approval.jobTitle ? <TheirWords text={approval.jobTitle} /> : null}>
      <Track label={words.job} steps={steps} />
    </Section>
  );
}

function OnContract({
  approval,
  phase,
  kind,
  milestones,
}: {
  approval: Approval;
  phase: Phase;
  kind: Kind;
  milestones: readonly Milestone[];
}) {
  const words = useWords().detail;
  const { contractId, contractTitle, milestoneId } = approval;
  const milestone = milestones.find(({ id }) => id === milestoneId);
  const isOpen = isOpenPhase(phase);
  if (contractId === null || (!milestone && kind !== "end")) return null;
  const link = (
    <Link
      href={addresses.contract(contractId)}
      className="inline-block py-1 text-pen underline-offset-2 hover:underline"
    >
      <TheirWords text={contractTitle ?? contractId} />
    </Link>
  );
  return (
    <Section title={words.work.title} aside={link}>
      {isOpen ? <EscrowPart kind={kind} milestoneId={milestoneId} milestones={milestones} /> : null}
      {milestone ? <Steps milestone={milestone} phase={phase} kind={kind} /> : null}
    </Section>
  );
}

function Steps({ milestone, phase, kind }: { milestone: Milestone; phase: Phase; kind: Kind }) {
  const words = useWords().detail.track;
  const domain = useDomainWords();
  // What OpenTrain confirmed has happened, though the contract may be read only after it.
  const moved =
    phase !== "confirmed" ? -1 : kind === "release" ? PLACE.released : kind === "fund" ? PLACE.funded : -1;
  const place = Math.max(PLACE[milestone.phase], moved);
  const ghost = isOpenPhase(phase) ? GHOST[kind] : null;
  const label = milestone.name
    ? phraseText(words.of, { name: theirWordsAsText(milestone.name) })
    : words.title;
  return (
    <div className="mt-4">
      <p className="text-ink-2 text-small">
        {milestone.name ? (
          <Phrase text={words.of} name={<TheirWords text={milestone.name} />} />
        ) : (
          words.title
        )}
      </p>
      <Track label={label} steps={stepsOf(words.milestone, place, ghost, words.pending)} />
      {milestone.phase === "other" && milestone.status !== "" ? (
        <p className="mt-2 text-ink-2 text-small">
          <Phrase text={words.other} status={<TheirWords text={milestone.status} />} />
        </p>
      ) : null}
      {milestone.goneAt !== null ? (
        <p className="mt-2 text-ink-2 text-small">{domain.contracts.milestoneGone}</p>
      ) : null}
      {milestone.phase === "submitted" && place === PLACE.submitted ? (
        <p className="mt-2 text-ink-2 text-small">{domain.handedIn}</p>
      ) : null}
    </div>
  );
}

function stepsOf(labels: readonly string[], place: number, ghost: number | null, pending: string): Step[] {
  return labels.map((label, index) => {
    if (index === ghost && index > place) return { label, state: "ghost", note: pending };
    return { label, state: index < place ? "done" : index === place ? "now" : "ahead" };
  });
}
