"use client";

import { useDomainWords } from "@/components/reader";
import type { Milestone } from "@/lib/api/types";

const LOOKS: Record<Milestone["phase"], { fill: string; stroke: string; dash?: string }> = {
  not_funded: { fill: "fill-none", stroke: "stroke-line-strong" },
  funded: { fill: "fill-line-strong", stroke: "stroke-ink-2" },
  submitted: { fill: "fill-ink-3", stroke: "stroke-ink" },
  released: { fill: "fill-ink", stroke: "stroke-ink" },
  other: { fill: "fill-none", stroke: "stroke-ink-3", dash: "2 2" },
};

/** The milestones at a glance: open, funded, handed in, paid. The words stand in the label. */
export function MilestoneDots({ milestones }: { milestones: readonly Milestone[] }) {
  const { milestonePhases } = useDomainWords().contracts;
  if (milestones.length === 0 || milestones.length > 24) return null;
  const label = milestones.map(({ phase }) => milestonePhases[phase]).join(", ");
  const width = milestones.length * 14;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} 12`} width={width} height="12">
      {milestones.map((milestone, index) => {
        const look = LOOKS[milestone.phase];
        return (
          <circle
            key={milestone.id}
            cx={index * 14 + 6}
            cy="6"
            r="4.5"
            strokeWidth="1.5"
            strokeDasharray={look.dash}
            className={`${look.fill} ${look.stroke}`}
          />
        );
      })}
    </svg>
  );
}
