import type { ReactNode } from "react";

/** A screen whose answer is a sentence: nothing waiting, not connected, could not be loaded. */
export function Blank({
  title,
  children,
  action,
  level = 2,
  isBeside = false,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  level?: 1 | 2;
  /** Beside the list, where the list has the large words. */
  isBeside?: boolean;
}) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div data-slot="blank" className={`max-w-list ${level === 1 ? "py-2" : "border-t py-6"}`}>
      <Heading className={level === 1 && !isBeside ? "text-figure" : "text-title"}>{title}</Heading>
      <div className="mt-2 max-w-sheet space-y-2 text-body text-ink-2">{children}</div>
      {action ? <div className="mt-5 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}
