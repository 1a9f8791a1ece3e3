"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useWaitingCount } from "./use-waiting-count";

/** Keeps the number in the tab's title equal to the one in the list. */
export function LiveTitle() {
  const count = useWaitingCount();
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page brings a new title.
  useEffect(() => {
    const bare = document.title.replace(/^\(\d+\) /, "");
    const title = count ? `(${count}) ${bare}` : bare;
    if (title !== document.title) document.title = title;
  }, [count, pathname]);
  return null;
}
