// @vitest-environment happy-dom
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { detailOf } from "@/components/styleguide/detail-of";
import {
  afterConfirmed,
  askedAgain,
  confirmedThough,
  end,
  hire,
  openApprovals,
  superseded,
} from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import type { Approval, ApprovalDetail, ApprovalList } from "@/lib/api/types";
import { LineageAlarms, LineageNotes } from "./lineage";

afterEach(cleanup);

const alone: ApprovalDetail["lineage"] = { older: null, newer: null, earlier: [] };

function Reach({ to }: { to: (client: QueryClient) => void }) {
  const client = useQueryClient();
  useState(() => to(client));
  return null;
}

function show(approval: Approval, lineage = alone, told: (client: QueryClient) => void = () => {}) {
  return render(
    <Harness state="full">
      <Reach to={told} />
      <LineageAlarms approval={approval} lineage={lineage} phase={approval.phase} />
      <LineageNotes approval={approval} lineage={lineage} phase={approval.phase} />
    </Harness>,
  ).container;
}

it("says once that a request was replaced, and leads to the newer one", () => {
  const replaced = { ...superseded, supersededBy: "newer", replacedButConfirmed: false };
  const open = show({ ...replaced, status: "pending" });
  expect(open.textContent).toContain("not documented");
  expect(screen.getByRole("link").getAttribute("href")).toBe("/approvals/newer");
  cleanup();
  const closed = show({ ...replaced, status: "expired" });
  expect(closed.textContent).toContain("OpenTrain has closed this one");
  expect(closed.textContent).not.toContain("not documented");
});

it("names the other open request that decides on the same escrow", () => {
  const other = openApprovals.find(({ type }) => type === "milestone_approve");
  show({ ...end, contractId: other?.contractId ?? "" });
  const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  expect(hrefs).toContain(`/approvals/${other?.id}`);
  expect(hrefs).not.toContain(`/approvals/${end.id}`);
});

it("counts those on the same escrow, and tells a fund apart: nothing is in escrow for it yet", () => {
  const contractId = "con_many";
  const on = (id: string, type: string) => ({ ...end, id, type, contractId });
  const others = [
    on("rel_1", "milestone_approve"),
    on("rel_2", "milestone_approve"),
    on("fund_1", "milestone_fund"),
  ];
  const told = (client: QueryClient) =>
    client.setQueryData<ApprovalList>(openApprovalsQuery().queryKey, (list) =>
      list ? { ...list, approvals: others } : list,
    );
  const { textContent } = show({ ...end, contractId }, alone, told);
  expect(textContent).toContain("2 other open requests decide on the same escrow:");
  expect(textContent).toContain("Another open request would put more money into escrow on this contract:");
});

it("says nothing where nothing else is concerned", () => {
  expect(show(hire).textContent).toBe("");
});

it.each([
  ["waiting", "The newer one is still open. Unless you want both, decline it"],
  ["lapsed", "Check on OpenTrain that the contract is what you wanted."],
  ["confirmed", "nobody was hired twice"],
] as const)(
  "sounds the alarm on a confirmed one whose newer one is %s, and says what to do",
  (phase, said) => {
    const newer = { id: "apr_rui_second", phase, createdAt: null, settledAt: null, changes: null };
    const { textContent } = show(confirmedThough, { ...alone, newer });
    expect(textContent).toContain("The replaced request was confirmed");
    expect(textContent).toContain(said);
    expect(screen.getByRole("link").getAttribute("href")).toBe("/approvals/apr_rui_second");
  },
);

it("sounds it on the newer one too, before anything is decided there", () => {
  const { textContent } = show(afterConfirmed);
  expect(textContent).toContain("may hire and charge a second time");
  expect(screen.getByRole("link").getAttribute("href")).toBe("/approvals/apr_rui_first");
  cleanup();
  expect(show({ ...afterConfirmed, phase: "declined" }).textContent).not.toContain("second time");
});

it("says how often it was asked, with what became of each earlier one", () => {
  const earlier = Array.from({ length: 7 }, (_, index) => ({
    ...detailOf(superseded).approval,
    id: `apr_${index}`,
    phase: "declined" as const,
    settledAt: "2026-11-19T10:00:00.000Z",
  }));
  const again = { ...askedAgain, askedAgain: { count: 7, previousId: "apr_0" } };
  const { textContent } = show(again, { ...alone, earlier });
  expect(textContent).toContain("Asked for the 8th time.");
  expect(screen.getAllByRole("link", { name: /^Declined Thu 19 Nov/ })).toHaveLength(5);
  expect(textContent).toContain("and 2 more before these");
});
