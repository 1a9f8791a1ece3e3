import { join } from "./join";

export type Step = { label: string; state: "done" | "now" | "ghost" | "ahead"; note?: string };

const LINE: Record<Step["state"], string> = {
  done: "border-ink-2 text-ink",
  now: "border-line font-semibold text-ink",
  ghost: "border-line font-medium text-pen",
  ahead: "border-line text-ink-3",
};
const DOT: Record<Step["state"], string> = {
  done: "before:border-ink before:bg-ink",
  now: "before:border-ink before:bg-ink",
  ghost: "before:border-pen before:border-dashed before:bg-sheet",
  ahead: "before:border-line-strong before:bg-sheet",
};

/** Steps along one line. The step that a request would make is drawn as a ghost, and says so in words. */
export function Track({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="mt-3 grid auto-cols-fr grid-flow-col">
      {steps.map((step) => (
        <li
          key={step.label}
          aria-current={step.state === "now" ? "step" : undefined}
          className={join(
            "relative border-t-2 pt-3 pe-2 text-caption",
            "before:absolute before:-top-[6px] before:start-0 before:size-[10px] before:rounded-full before:border-2 before:content-['']",
            LINE[step.state],
            DOT[step.state],
          )}
        >
          {step.label}
          {step.note ? <span className="sr-only">{`, ${step.note}`}</span> : null}
        </li>
      ))}
    </ol>
  );
}
