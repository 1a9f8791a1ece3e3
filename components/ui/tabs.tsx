"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { join } from "./join";

/** One of a few ways to say the same, side by side. Arrows move between them, as people know it. */
export function Tabs<T extends string>({
  label,
  names,
  chosen,
  choose,
  children,
}: {
  label: string;
  names: Readonly<Record<T, string>>;
  chosen: T;
  choose: (name: T) => void;
  children: ReactNode;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // The keys of the record are its names, in the order they are written.
  const all = Object.keys(names) as T[];

  function move(event: KeyboardEvent) {
    const at = all.indexOf(chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const next = to === undefined ? undefined : all[(to + all.length) % all.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`[data-name="${next}"]`)?.focus();
  }

  return (
    <div className="mt-3">
      <div ref={list} role="tablist" aria-label={label} onKeyDown={move} className="-ms-3 flex flex-wrap">
        {all.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-name={name}
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
            className={join(
              "flex min-h-touch items-center px-3 font-medium text-small",
              name === chosen ? "text-ink" : "text-ink-2 hover:text-ink",
            )}
          >
            <span
              className={join(
                "flex min-h-touch items-center border-b-2",
                name === chosen ? "border-ink" : "border-transparent",
              )}
            >
              {names[name]}
            </span>
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`} className="pt-3">
        {children}
      </div>
    </div>
  );
}
