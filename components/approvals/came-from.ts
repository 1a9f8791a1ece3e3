"use client";

import { useParams, useSearchParams } from "next/navigation";
import { addresses } from "@/components/addresses";
import { LISTING_NAMES } from "@/lib/domain/listing/parse-listing";

export type CameFrom = { place: "history"; href: string };

/** Where a request was opened from, if its address says a place of ours; anything else is the inbox. */
export function useCameFrom(): CameFrom | null {
  const { id } = useParams<{ id?: string }>();
  return cameFromIn(useSearchParams(), id === undefined ? null : decodeURIComponent(id));
}

export function cameFromIn(search: Pick<URLSearchParams, "get">, id: string | null = null): CameFrom | null {
  if (search.get("from") !== "history") return null;
  const within = new URLSearchParams(search.get("in") ?? "");
  for (const name of [...within.keys()]) {
    if (name !== "cursor" && !LISTING_NAMES.includes(name)) within.delete(name);
  }
  return { place: "history", href: addresses.historyAt(within.toString(), null, id) };
}
