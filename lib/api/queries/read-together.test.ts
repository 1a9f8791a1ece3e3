import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import type { Approval, ApprovalDetail, ApprovalList, Summary } from "../types";
import { approvalKeys } from "./approval-keys";
import { contractKeys } from "./contracts";
import { withWhatHangsOnIt, withWhatLeftIt } from "./read-together";
import { summaryKeys } from "./summary";

afterEach(() => vi.unstubAllGlobals());

const request = (id: string, phase: Approval["phase"]) => ({ id, phase, contractId: "con_1" }) as Approval;
const detailOf = (approval: Approval): ApprovalDetail => ({
  approval,
  history: [],
  lineage: { older: null, newer: null, earlier: [] },
  changes: { told: [], confirmed: [] },
  ledger: [],
  ledgerReach: null,
  around: [],
});
const listOf = (...approvals: Approval[]): ApprovalList => ({
  approvals,
  nextCursor: null,
  totals: null,
  asOf: "2026-11-21T10:00:00.000Z",
});

function answering(answers: Record<string, unknown>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path.split("?")[0] ?? "");
    const answer = answers[asked.at(-1) ?? ""];
    return answer === undefined ? new Response(null, { status: 500 }) : Response.json(answer);
  });
  return asked;
}

it("a settled request brings the list, the sums and its contract along", async () => {
  answering({
    "/api/approvals": listOf(),
    "/api/summary": { waiting: 0 },
    "/api/contracts/con_1": { contract: 1 },
  });
  const client = new QueryClient();
  client.setQueryData(approvalKeys.open(), listOf(request("a", "waiting")));
  await withWhatHangsOnIt(client, detailOf(request("a", "confirmed")));
  expect(client.getQueryData<ApprovalList>(approvalKeys.open())?.approvals).toEqual([]);
  expect(client.getQueryData<Summary>(summaryKeys.all)).toEqual({ waiting: 0 });
  expect(client.getQueryData(contractKeys.detail("con_1"))).toEqual({ contract: 1 });
});

it("a list that lost one reads what became of it first", async () => {
  answering({ "/api/approvals/a": detailOf(request("a", "declined")), "/api/summary": { waiting: 0 } });
  const client = new QueryClient();
  client.setQueryData(approvalKeys.detail("a"), detailOf(request("a", "waiting")));
  await withWhatLeftIt(client, listOf());
  expect(client.getQueryData<ApprovalDetail>(approvalKeys.detail("a"))?.approval.phase).toBe("declined");
});

it("asks nothing more while nothing was settled", async () => {
  const asked = answering({});
  const client = new QueryClient();
  const open = request("a", "waiting");
  client.setQueryData(approvalKeys.open(), listOf(open));
  client.setQueryData(approvalKeys.detail("a"), detailOf(open));
  await withWhatHangsOnIt(client, detailOf(open));
  await withWhatLeftIt(client, listOf(open));
  expect(asked).toEqual([]);
});

it("holds nothing up when the others cannot be read", async () => {
  answering({});
  const client = new QueryClient();
  client.setQueryData(approvalKeys.open(), listOf(request("a", "waiting")));
  const detail = detailOf(request("a", "lapsed"));
  expect(await withWhatHangsOnIt(client, detail)).toBe(detail);
});
