import type { ReactNode } from "react";

/** One key of a keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd
      data-slot="key"
      className="inline-flex min-w-5 shrink-0 justify-center whitespace-nowrap rounded-tight border border-line-strong border-b-2 bg-paper px-1 font-medium font-sans text-caption text-ink-2"
    >
      {children}
    </kbd>
  );
}
