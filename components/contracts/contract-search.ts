"use client";

import { useSearchParams } from "next/navigation";
import { addresses } from "@/components/addresses";

export type ContractSearch = { status: string | null; q: string | null };

const LONGEST = 200;

/** What the address asks of the list; an empty word asks for nothing. */
export function useContractSearch(): ContractSearch {
  return contractSearchIn(useSearchParams());
}

export function contractSearchIn(given: Pick<URLSearchParams, "get">): ContractSearch {
  const word = (name: string) => given.get(name)?.trim().slice(0, LONGEST) || null;
  return { status: word("status"), q: word("q") };
}

/** The shortest address for it. */
export function writeContractSearch({ status, q }: ContractSearch): URLSearchParams {
  const search = new URLSearchParams();
  if (status !== null) search.set("status", status);
  if (q !== null) search.set("q", q);
  return search;
}

export function contractsAt(search: ContractSearch): string {
  const written = writeContractSearch(search).toString();
  return written === "" ? addresses.contracts : `${addresses.contracts}?${written}`;
}
