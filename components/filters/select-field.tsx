"use client";

import { useId } from "react";
import { join } from "@/components/ui/join";
import { useChosenValue } from "./own-value";

export type Choice = { value: string; label: string };

/** One of a few: the browser's own list, since it is the one people know on every device. */
export function SelectField({
  name,
  label,
  value,
  choices,
  className,
}: {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  className?: string;
}) {
  const id = useId();
  const [shown, choose] = useChosenValue(value);
  return (
    <div className={join("grid min-w-0 gap-1", className)}>
      <label htmlFor={id} className="text-ink-2 text-small">
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={shown}
        onChange={({ target }) => choose(target.value)}
        className={fieldBox}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export const fieldBox =
  "min-h-touch w-full min-w-0 rounded border border-line-strong bg-sheet px-2 text-[max(1rem,16px)] text-ink desk:min-h-field desk:text-small";
