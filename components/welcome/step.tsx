"use client";

import type { ReactNode } from "react";
import { useSettingsWords } from "@/components/reader";
import { CheckIcon } from "@/components/ui/icons";

/** One of the steps: done, it is a line that says what is there; else it opens, and can be folded away again. */
export function Step({
  number,
  title,
  isDone,
  isOpen,
  setOpen,
  children,
}: {
  number: number;
  title: string;
  isDone: boolean;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  const words = useSettingsWords().welcome.state;
  const name = (
    <>
      <Mark number={number} isDone={isDone} />
      <h2 className="min-w-0 text-title">
        {title}
        <span className="sr-only">{`, ${isDone ? words.done : words.open}`}</span>
      </h2>
    </>
  );
  return (
    <li data-step={number} className="border-t">
      {isDone ? (
        <>
          <div className="flex min-h-touch items-center gap-3 pt-3">{name}</div>
          <div className="grid gap-3 ps-7 pb-4">{children}</div>
        </>
      ) : (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="flex min-h-touch cursor-pointer items-center gap-3 py-3 [&::-webkit-details-marker]:hidden">
            {name}
          </summary>
          <div className="grid gap-3 ps-7 pb-5">{children}</div>
        </details>
      )}
    </li>
  );
}

function Mark({ number, isDone }: { number: number; isDone: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={
        isDone
          ? "grid size-6 shrink-0 place-items-center rounded-full bg-good-wash text-good"
          : "grid size-6 shrink-0 place-items-center rounded-full border border-line-strong font-semibold text-small"
      }
    >
      {isDone ? <CheckIcon className="size-icon" /> : number}
    </span>
  );
}
