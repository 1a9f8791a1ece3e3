import { expect, test } from "vitest";
import { applyRead } from "./apply-read";
import type { UpstreamApproval } from "./records";

const approval = (over: Partial<UpstreamApproval> = {}): UpstreamApproval => ({
  id: "a",
  type: "contract_end",
  status: "pending",
  contractId: "ctr_1",
  milestoneId: null,
  jobId: "job_1",
  proposalId: null,
  approvalUrl: "https://app.opentrain.ai/approvals/a",
  createdAt: new Date(0),
  expiresAt: new Date(1000),
  resolvedAt: null,
  result: null,
  ...over,
});
const empty = approval({
  type: null,
  status: null,
  contractId: null,
  jobId: null,
  approvalUrl: null,
  createdAt: null,
  expiresAt: null,
});

test("a first read is taken as it is", () => {
  expect(applyRead(null, approval())).toEqual({ approval: approval(), problem: null });
});
test("what was read once stays where a new read is silent", () => {
  const read = { ...empty, status: "confirmed", resolvedAt: new Date(500), result: { contractEnded: true } };
  expect(applyRead(approval(), read)).toEqual({
    approval: approval({ status: "confirmed", resolvedAt: new Date(500), result: { contractEnded: true } }),
    problem: null,
  });
});
test("a later link takes the place of an earlier one", () => {
  const read = approval({ approvalUrl: "https://evil.example/approvals/a" });
  expect(applyRead(approval(), read).approval.approvalUrl).toBe("https://evil.example/approvals/a");
});
test("an unknown status changes nothing of a known one", () => {
  const read = approval({ status: "on_hold", approvalUrl: null, expiresAt: new Date(9000) });
  expect(applyRead(approval(), read)).toEqual({ approval: approval(), problem: "unknown_status" });
});
test.each([
  ["an unknown status from the first", null, approval({ status: "on_hold" }), "unknown_status", "on_hold"],
  ["no status ever", null, empty, "garbled", null],
  ["pending without a deadline", null, approval({ expiresAt: null }), "garbled", "pending"],
  ["no status this time", approval(), empty, "garbled", "pending"],
  ["the deadline comes at last", approval({ expiresAt: null }), approval(), null, "pending"],
  ["the status comes at last", approval({ status: "on_hold" }), approval(), null, "pending"],
  ["a settled one never opens again", approval({ status: "declined" }), approval(), null, "declined"],
  [
    "lapsed, then confirmed",
    approval({ status: "expired" }),
    approval({ status: "confirmed" }),
    null,
    "confirmed",
  ],
])("%s", (_, previous, read, problem, status) => {
  const applied = applyRead(previous, read);
  expect(applied.problem).toBe(problem);
  expect(applied.approval.status).toBe(status);
});
