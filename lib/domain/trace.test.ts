import { describe, expect, it } from "vitest";
import type { MilestonePhase } from "./records";
import { isTraceDue, showsTrace, TRACE_WITHIN_MS } from "./trace";

const resolvedAt = new Date("2026-11-21T10:00:00.000Z");
const later = new Date(resolvedAt.getTime() + 1_000);
const before = new Date(resolvedAt.getTime() - 1_000);
const nothing = {
  type: "milestone_fund",
  status: "confirmed",
  contract: null,
  isContractHidden: false,
  milestone: null,
  resolvedAt,
};
const milestone = (phase: MilestonePhase, readAt = later) => ({ phase, readAt });
const contract = (status: string, readAt = later) => ({ status, readAt });

describe("what was confirmed shows", () => {
  it.each([
    ["a hire whose contract is there", { type: "proposal_hire", contract: contract("active", before) }, true],
    ["a hire whose contract is hidden", { type: "proposal_hire", isContractHidden: true }, false],
    ["a hire of which nothing was read", { type: "proposal_hire" }, null],
    ["a funding whose milestone is funded", { milestone: milestone("funded") }, true],
    ["a funding already released", { milestone: milestone("released") }, true],
    ["a funding in a state without a name", { milestone: milestone("other") }, true],
    ["a funding whose milestone is not funded", { milestone: milestone("not_funded") }, false],
    ["a funding read before it was confirmed", { milestone: milestone("not_funded", before) }, null],
    ["a funding whose milestone is hidden", {}, null],
    ["a release still held", { type: "milestone_approve", milestone: milestone("funded") }, false],
    ["a release handed in and held", { type: "milestone_approve", milestone: milestone("submitted") }, false],
    ["a release however it is spelled", { type: "milestone_approve", milestone: milestone("other") }, true],
    ["an end that ended", { type: "contract_end", contract: contract("ended") }, true],
    ["an end that did not", { type: "contract_end", contract: contract("active") }, false],
    ["an end read before", { type: "contract_end", contract: contract("active", before) }, null],
    ["a kind we do not know", { type: "bonus", contract: contract("active") }, null],
    ["what was declined", { status: "declined", milestone: milestone("not_funded") }, null],
  ])("%s", (_, given, shown) => {
    expect(showsTrace({ ...nothing, ...given })).toBe(shown);
  });

  it("within a time, and is not missed before", () => {
    expect(isTraceDue(resolvedAt, new Date(resolvedAt.getTime() + TRACE_WITHIN_MS))).toBe(false);
    expect(isTraceDue(resolvedAt, new Date(resolvedAt.getTime() + TRACE_WITHIN_MS + 1))).toBe(true);
    expect(isTraceDue(null, later)).toBe(false);
  });
});
