"use client";

import { type ReactNode, useEffect, useState } from "react";
import { CheckIcon, CrossIcon, WarningIcon } from "./icons";
import { join } from "./join";

/** Long enough to be found and read; it waits while somebody points at it or is in it. */
const SHOWN_MS = 12_000;

/** One sentence about what was just done, with a way back where there is one. Never the only place that says it matters. */
export function Toast({
  text,
  tone = "plain",
  action,
  closeLabel,
  close,
}: {
  text: string;
  tone?: "plain" | "last";
  action?: ReactNode;
  closeLabel: string;
  close: () => void;
}) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, close]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it; it only waits.
    <div
      data-slot="toast"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="arrives pointer-events-auto flex max-w-full items-center gap-3 rounded border bg-sheet ps-4 text-ink text-small shadow-float"
    >
      {tone === "last" ? (
        <WarningIcon className="size-icon shrink-0 text-last" />
      ) : (
        <CheckIcon className="size-icon shrink-0 text-good" />
      )}
      <span className="py-2">{text}</span>
      {action}
      <button
        type="button"
        onClick={close}
        className={join(
          "flex min-h-touch min-w-touch shrink-0 items-center justify-center text-ink-2",
          "hover:text-ink focus-visible:-outline-offset-2",
        )}
      >
        <CrossIcon className="size-4" />
        <span className="sr-only">{closeLabel}</span>
      </button>
    </div>
  );
}
