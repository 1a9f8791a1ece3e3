"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useDomainWords, useReader } from "@/components/reader";
import { searchApprovalsQuery } from "@/lib/api/queries/search-approvals";
import type { Approval, ApprovalList } from "@/lib/api/types";
import { formatMoney } from "@/lib/messages/format";
import { bestMatches } from "./match";

const SHOWN = 8;
const TYPING_MS = 180;

type Lists = ApprovalList | { pages: readonly ApprovalList[] } | undefined;

/** Requests of that name, amount or id: at once from what is loaded, then from everything kept here. */
export function useFoundRequests(query: string): {
  requests: readonly Approval[];
  isSearching: boolean;
  isFailed: boolean;
} {
  const { locale } = useReader();
  const { title, types } = useDomainWords();
  const client = useQueryClient();
  const asked = useSettled(query.trim());
  const answer = useQuery({
    ...searchApprovalsQuery(asked),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const [loaded] = useState(() =>
    client
      .getQueriesData<Lists>({ queryKey: ["approvals", "list"] })
      .flatMap(([, data]) => (!data ? [] : "pages" in data ? data.pages : [data]))
      .flatMap(({ approvals }) => approvals ?? []),
  );
  const textsOf = (approval: Approval) => [
    title(approval),
    types.name(approval.type),
    approval.counterparty,
    approval.milestoneName,
    approval.contractTitle,
    approval.jobTitle,
    approval.agent?.name ?? null,
    approval.id,
    approval.money.totalCents === null ? null : formatMoney(approval.money.totalCents, locale),
  ];
  const here = query.trim() === "" ? [] : bestMatches(query, loaded, textsOf);
  const elsewhere = asked === query.trim() && asked.length > 1 ? (answer.data?.approvals ?? []) : [];
  const requests = [...new Map([...here, ...elsewhere].map((one) => [one.id, one])).values()];
  return {
    requests: requests.slice(0, SHOWN),
    isSearching: asked.length > 1 && answer.isFetching,
    isFailed: answer.isError,
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
