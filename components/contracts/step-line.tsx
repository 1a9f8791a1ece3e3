import type { Milestone } from "@/lib/api/types";

const STEPS = ["not_funded", "funded", "submitted", "released"] as const;
const WIDTH = 180;
const APART = (WIDTH - 10) / (STEPS.length - 1);

/** Three stretches between four stations: walked is inked, the one a request waits to reach is a ghost. */
export function StepLine({ phase, ghost }: { phase: Milestone["phase"]; ghost: number | null }) {
  if (phase === "other") return null;
  const reached = STEPS.indexOf(phase);
  const at = (index: number) => 5 + index * APART;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 10`}
      className="mt-1 mb-1 block h-[10px] w-full max-w-[12rem] rtl:-scale-x-100"
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      <line className="step-ahead" x1={at(0)} x2={at(3)} y1="5" y2="5" strokeWidth="1.5" />
      {reached > 0 ? (
        <line className="step-done" x1={at(0)} x2={at(reached)} y1="5" y2="5" strokeWidth="1.5" />
      ) : null}
      {STEPS.map((step, index) => {
        const look =
          index <= reached && reached > 0
            ? "step-done"
            : index === ghost
              ? "step-ghost"
              : index === reached
                ? "step-here"
                : "step-ahead";
        return <circle key={step} className={look} cx={at(index)} cy="5" r="3.75" strokeWidth="1.5" />;
      })}
    </svg>
  );
}
