import type { ReactNode } from "react";

/** A screen with one column: history, contracts, settings. */
export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="relative min-h-0 px-4 pt-4 pb-[6rem] outline-none desk:overflow-y-auto desk:px-6 desk:py-6 print:overflow-visible print:p-0"
    >
      <div className="mx-auto max-w-page">{children}</div>
    </main>
  );
}
