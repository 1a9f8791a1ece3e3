"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { useClockSync } from "@/components/time/clock";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Approval, ApprovalList, Sums } from "@/lib/api/types";
import { type InboxSearch, inboxSearch, readInboxSearch } from "./address";
import { type Choices, choicesIn, type Facets, facetsOf } from "./facets";
import type { FirstPage } from "./first-page";
import { narrowed } from "./narrow";

/** What waits, as far as it is here. */
export type InboxList = {
  /** Everything that is here, by its deadline. */
  all: readonly Approval[];
  /** What the address asks for, in its order. */
  shown: readonly Approval[];
  /** How many wait in all, and what they come to. */
  count: number;
  sums: Sums;
  facets: Facets;
  choices: Choices;
  earlier: NonNullable<ApprovalList["earlier"]>;
  /** Where the next page is, for who has no scripts. */
  nextCursor: string | null;
  isFurther: boolean;
  /** More wait than a list holds. */
  isCut: boolean;
};

export type InboxRead = {
  list: InboxList | null;
  search: InboxSearch;
  query: { isError: boolean; error: unknown; refetch: () => void; dataUpdatedAt: number };
};

/** The list, its filters and what went wrong with it. Null while nothing is known. */
export function useInbox(first: FirstPage | null): InboxRead {
  const params = useSearchParams();
  const search = useMemo(() => readInboxSearch(params), [params]);
  const query = useQuery(openApprovalsQuery());
  const summary = useQuery(summaryQuery()).data;
  const available = summary?.credits?.availableCents ?? null;
  useClockSync(query.data?.asOf, query.dataUpdatedAt);
  const { data } = query;
  const here = useMemo(() => {
    if (!data) return null;
    const shown = narrowed(data.approvals, search);
    return { shown, choices: choicesIn(data.approvals), facets: facetsOf(data.approvals, search, available) };
  }, [data, search, available]);
  const told = { search, query };
  if (data && here) {
    return {
      ...told,
      list: {
        ...here,
        all: data.approvals,
        count: data.totals?.count ?? data.approvals.length,
        sums: data.totals?.open ?? here.facets.sums,
        earlier: data.earlier ?? NONE,
        nextCursor: null,
        isFurther: false,
        isCut: data.nextCursor !== null,
      },
    };
  }
  // Another list than the server drew: the whole is on its way.
  if (first === null || !summary || first.search !== inboxSearch(search)) return { ...told, list: null };
  const { page, facets, choices, isFurther } = first;
  return {
    ...told,
    list: {
      all: page.approvals,
      shown: page.approvals,
      count: summary.waiting.count,
      sums: summary.waiting,
      facets,
      choices: choices ?? NO_CHOICES,
      earlier: page.earlier ?? NONE,
      nextCursor: page.nextCursor,
      isFurther,
      isCut: false,
    },
  };
}

const NO_CHOICES: Choices = { contracts: [], agents: [] };
const NONE = {};
