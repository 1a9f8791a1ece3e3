"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Reader, ReaderProvider } from "@/components/reader";
import { ClockProvider } from "@/components/time/clock";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { claimKeys } from "@/lib/api/queries/claims";
import { contractKeys } from "@/lib/api/queries/contracts";
import { summaryKeys } from "@/lib/api/queries/summary";
import type { Summary } from "@/lib/api/types";
import { sumsOf } from "@/lib/domain/sums";
import { detailOf } from "./detail-of";
import {
  claims,
  contracts,
  everyOpen,
  FIXTURE_NOW,
  openApprovals,
  settledApprovals,
  summary,
} from "./fixtures";

export type HarnessState = "full" | "every" | "empty" | "never" | "none" | "refused" | "down" | "loading";

const READER: Omit<Reader, "role"> = { locale: "en", timeZone: "Europe/Berlin" };

/** The real screens over a cache that was filled by hand and asks nobody. */
export function Harness({
  state,
  role = "owner",
  children,
}: {
  state: HarnessState;
  role?: Reader["role"];
  children: ReactNode;
}) {
  const [client] = useState(() => fill(state));
  return (
    <QueryClientProvider client={client}>
      <ReaderProvider reader={{ ...READER, role }}>
        <ClockProvider asOf={FIXTURE_NOW}>{children}</ClockProvider>
      </ReaderProvider>
    </QueryClientProvider>
  );
}

function fill(state: HarnessState): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, staleTime: Infinity } } });
  if (state === "loading") return client;
  const isEmpty = state === "empty" || state === "never" || state === "none";
  const open = isEmpty ? [] : state === "every" ? everyOpen : openApprovals;
  const settled = state === "never" ? [] : settledApprovals;
  const sums = sumsOf(open);
  client.setQueryData(summaryKeys.all, {
    ...summary,
    ...(state === "none" ? { connection: { state: "none", origin: null, notices: [] } } : {}),
    waiting: { ...summary.waiting, ...sums, count: open.length },
    handedOver: state !== "never",
    quarantined: state === "every" ? 1 : 0,
    sync: syncOf(state),
  } satisfies Summary);
  if (state !== "none") {
    client.setQueryData(approvalKeys.open(), {
      approvals: open,
      nextCursor: null,
      totals: { count: open.length, open: sums, confirmed: sumsOf([]) },
      asOf: FIXTURE_NOW,
    });
  }
  client.setQueryData(approvalKeys.settled(null), {
    approvals: settled,
    nextCursor: settled.length > 0 ? "older" : null,
    totals: {
      count: settled.length,
      open: sumsOf([]),
      confirmed: sumsOf(settled.filter(({ phase }) => phase === "confirmed")),
    },
    asOf: FIXTURE_NOW,
  });
  client.setQueryData(claimKeys.all, { claims: state === "every" ? claims : [] });
  client.setQueryData(contractKeys.list(), { contracts: isEmpty ? [] : contracts, asOf: FIXTURE_NOW });
  for (const contract of contracts) client.setQueryData(contractKeys.detail(contract.id), { contract });
  for (const approval of [...everyOpen, ...openApprovals, ...settledApprovals]) {
    client.setQueryData(approvalKeys.detail(approval.id), detailOf(approval));
  }
  return client;
}

function syncOf(state: HarnessState): Summary["sync"] {
  const lastReadAt = new Date(Date.parse(FIXTURE_NOW) - 47 * 60_000).toISOString();
  if (state === "refused") return { state: "refused", lastReadAt, message: null };
  if (state === "down") return { state: "unreachable", lastReadAt, message: null };
  return summary.sync;
}
