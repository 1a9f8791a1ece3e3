"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { ButtonLink } from "@/components/ui/button";
import { useCan } from "@/components/use-can";

/** For who may add a request, where one is missing. */
export function AddWay() {
  const words = useWords().detail.notFound;
  return useCan("add_requests") ? <ButtonLink href={addresses.add}>{words.add}</ButtonLink> : null;
}
