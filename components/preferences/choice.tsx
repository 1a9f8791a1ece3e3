"use client";

import type { ReactNode } from "react";

export type Option<T> = { value: T; sent: string; name: ReactNode; lang?: string };

/** One of a few, each with its word: plain radio buttons, whose whole row can be hit. */
export function Choice<T>({
  legend,
  name,
  options,
  value,
  choose,
}: {
  legend: string;
  name: string;
  options: readonly Option<T>[];
  value: T;
  choose: (value: T) => void;
}) {
  return (
    <fieldset className="mt-1">
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.sent}
          lang={option.lang}
          className="flex min-h-touch cursor-pointer items-center gap-3 border-b py-2 last:border-b-0"
        >
          <input
            type="radio"
            name={name}
            value={option.sent}
            checked={option.value === value}
            onChange={() => choose(option.value)}
            className="size-icon shrink-0 accent-pen"
          />
          {option.name}
        </label>
      ))}
    </fieldset>
  );
}
