"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useReader } from "@/components/reader";
import { formatCount } from "@/lib/messages/format-count";
import { showBadge } from "./app-badge";
import { useWaitingCount } from "./use-waiting-count";

/** Keeps the number in the tab's title, and on the installed icon, equal to the one in the list. */
export function LiveTitle() {
  const { locale } = useReader();
  const count = useWaitingCount();
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page brings a new title.
  useEffect(() => {
    const bare = document.title.replace(/^\([\d.,’\s]+\) /, "");
    const title = count ? `(${formatCount(count, locale)}) ${bare}` : bare;
    if (title !== document.title) document.title = title;
  }, [count, locale, pathname]);
  useEffect(() => {
    if (count !== null) showBadge(count);
  }, [count]);
  return null;
}
