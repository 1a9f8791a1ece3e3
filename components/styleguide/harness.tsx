"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Reader, ReaderProvider } from "@/components/reader";
import { ClockProvider } from "@/components/time/clock";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { blockedKeys } from "@/lib/api/queries/blocked";
import { claimKeys } from "@/lib/api/queries/claims";
import { contractKeys } from "@/lib/api/queries/contracts";
import { coverageKeys } from "@/lib/api/queries/coverage";
import { summaryKeys } from "@/lib/api/queries/summary";
import { unansweredKeys } from "@/lib/api/queries/unanswered";
import type { Summary } from "@/lib/api/types";
import { sumsOf } from "@/lib/domain/sums";
import { blocked, unanswered } from "./apart-fixtures";
import { coverage, missedSome } from "./coverage-fixtures";
import { detailOf } from "./detail-of";
import { FIXTURE_NOW } from "./fixture-clock";
import {
  claims,
  contractDetail,
  contracts,
  everyOpen,
  openApprovals,
  settledApprovals,
  summary,
} from "./fixtures";
import { historySumsOf } from "./history-sums-of";

/** `apart`: nothing waits, and something was refused, not answered or only told. */
export type HarnessState =
  | "full"
  | "every"
  | "empty"
  | "apart"
  | "never"
  | "none"
  | "refused"
  | "down"
  | "loading";

const READER: Omit<Reader, "role" | "locale"> = {
  timeZone: "Europe/Berlin",
  name: "Sam Okafor",
  singleKeys: true,
  keepOffline: true,
  firstSteps: false,
};

/** The real screens over a cache that was filled by hand and asks nobody. */
export function Harness({
  state,
  role = "owner",
  summaryMore = {},
  children,
}: {
  state: HarnessState;
  summaryMore?: Partial<Summary>;
  role?: Reader["role"];
  children: ReactNode;
}) {
  const [client] = useState(() => fill(state, summaryMore));
  return (
    <QueryClientProvider client={client}>
      <ReaderProvider reader={{ ...READER, role }}>
        <ClockProvider asOf={FIXTURE_NOW}>{children}</ClockProvider>
      </ReaderProvider>
    </QueryClientProvider>
  );
}

function fill(state: HarnessState, summaryMore: Partial<Summary>): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, staleTime: Infinity } } });
  if (state === "loading") return client;
  const isEmpty = state === "empty" || state === "apart" || state === "never" || state === "none";
  const open = isEmpty ? [] : state === "every" ? everyOpen : openApprovals;
  const settled = state === "never" ? [] : settledApprovals;
  const sums = sumsOf(open);
  client.setQueryData(summaryKeys.all, {
    ...summary,
    ...(state === "none" ? { connection: { state: "none", origin: null, notices: [] } } : {}),
    waiting: { ...summary.waiting, ...sums, count: open.length },
    handedOver: state !== "never",
    ...(state === "every" ? missedSome : {}),
    quarantined: state === "every" ? 1 : 0,
    sync: syncOf(state),
    ...summaryMore,
  } satisfies Summary);
  if (state !== "none") {
    client.setQueryData(approvalKeys.open(), {
      approvals: open,
      nextCursor: null,
      totals: { count: open.length, open: sums, confirmed: sumsOf([]) },
      asOf: FIXTURE_NOW,
    });
  }
  const list = {
    approvals: settled,
    nextCursor: settled.length > 0 ? "older" : null,
    totals: {
      count: settled.length,
      open: sumsOf([]),
      confirmed: sumsOf(settled.filter(({ phase }) => phase === "confirmed")),
    },
    asOf: FIXTURE_NOW,
  };
  client.setQueryData(approvalKeys.settled(null), list);
  client.setQueryData(approvalKeys.settled(null, "phase=settled"), list);
  client.setQueryData(
    approvalKeys.historySums("phase=settled", READER.timeZone),
    historySumsOf(settled, READER.timeZone),
  );
  const isApart = state === "every" || state === "apart";
  client.setQueryData(claimKeys.all, { claims: isApart ? claims : [] });
  client.setQueryData(blockedKeys.all, { blocked: isApart ? blocked : [] });
  client.setQueryData(unansweredKeys.all, { unanswered: isApart ? unanswered : [] });
  client.setQueryData(
    coverageKeys.all,
    state === "every" ? coverage : { ...coverage, settled: 61, seenFirst: 61, misses: [], gaps: [] },
  );
  client.setQueryData(contractKeys.list(), { contracts: isEmpty ? [] : contracts, asOf: FIXTURE_NOW });
  for (const contract of contracts)
    client.setQueryData(contractKeys.detail(contract.id), contractDetail(contract));
  for (const { id } of contracts) {
    const onIt = [...everyOpen, ...settledApprovals].filter(({ contractId }) => contractId === id);
    client.setQueryData(approvalKeys.onContract(id, null), {
      approvals: onIt,
      nextCursor: onIt.length > 3 ? "older" : null,
      totals: { count: onIt.length, open: sumsOf([]), confirmed: sumsOf([]) },
      asOf: FIXTURE_NOW,
    });
  }
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
