"use client";

import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { type Step, Track } from "@/components/ui/track";
import type { Approval, Milestone } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";

const PLACE: Record<Milestone["phase"], number> = {
  not_funded: 0,
  funded: 1,
  submitted: 2,
  released: 3,
  other: -1,
};

/** Where the work stands, and the step this request would make drawn as a ghost. */
export function WorkTrack({
  approval,
  phase,
  milestones,
}: {
  approval: Approval;
  phase: Phase;
  milestones: readonly Milestone[] | null;
}) {
  const words = useWords().detail.track;
  const domain = useDomainWords();
  const kind = kindOf(approval.type);
  const isOpen = isOpenPhase(phase);
  if (kind === "hire") {
    if (!isOpen && phase !== "confirmed") return null;
    const steps = stepsOf(words.hire, isOpen ? 0 : 1, isOpen ? 1 : null, words.pending);
    return (
      <Section title={words.job} aside={approval.jobTitle ? <TheirWords text={approval.jobTitle} /> : null}>
        <Track label={words.job} steps={steps} />
      </Section>
    );
  }
  const milestone = milestones?.find(({ id }) => id === approval.milestoneId);
  if (!milestone) return null;
  // What OpenTrain confirmed has happened, though the contract may be read only after it.
  const moved =
    phase !== "confirmed" ? -1 : kind === "release" ? PLACE.released : kind === "fund" ? PLACE.funded : -1;
  const place = Math.max(PLACE[milestone.phase], moved);
  const ghost = isOpen ? (kind === "fund" ? 1 : 3) : null;
  return (
    <Section title={words.title} aside={milestone.name ? <TheirWords text={milestone.name} /> : null}>
      <Track label={words.title} steps={stepsOf(words.milestone, place, ghost, words.pending)} />
      {milestone.phase === "other" ? (
        <p className="mt-2 text-ink-2 text-small">
          <Phrase text={words.other} status={<TheirWords text={milestone.status} />} />
        </p>
      ) : null}
      {milestone.phase === "submitted" && place === PLACE.submitted ? (
        <p className="mt-2 text-ink-2 text-small">{domain.handedIn}</p>
      ) : null}
    </Section>
  );
}

function stepsOf(labels: readonly string[], place: number, ghost: number | null, pending: string): Step[] {
  return labels.map((label, index) => {
    if (index === ghost && index > place) return { label, state: "ghost", note: pending };
    return { label, state: index < place ? "done" : index === place ? "now" : "ahead" };
  });
}
