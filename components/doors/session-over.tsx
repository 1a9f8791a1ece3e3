"use client";

import { useWords } from "@/components/reader";

/** All that is left of a page while the door is opened: the reason itself stands there. */
export function SessionOver() {
  const words = useWords().app;
  return (
    <main id="content" className="mx-auto min-h-dvh max-w-door px-4 pt-[12vh]">
      <p role="status" className="text-ink-2">
        {words.sessionOver}
      </p>
    </main>
  );
}
