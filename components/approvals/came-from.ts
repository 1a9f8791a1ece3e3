"use client";

import { useSearchParams } from "next/navigation";
import { addresses } from "@/components/addresses";

export type CameFrom = { place: "history"; href: string };

/** Where a request was opened from, if its address says a place of ours; anything else is the inbox. */
export function useCameFrom(): CameFrom | null {
  return cameFromIn(useSearchParams());
}

export function cameFromIn(search: Pick<URLSearchParams, "get">): CameFrom | null {
  if (search.get("from") !== "history") return null;
  return { place: "history", href: addresses.historyAt(search.get("cursor")) };
}
