// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { end, hire, openApprovals, superseded } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import { Lineage } from "./lineage";

afterEach(cleanup);

function show(approval: Approval) {
  return render(
    <Harness state="full">
      <Lineage approval={approval} phase={approval.phase} />
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

it("says nothing where nothing else is concerned", () => {
  expect(show(hire).textContent).toBe("");
});
