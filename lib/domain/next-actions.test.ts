import { describe, expect, test } from "vitest";
import { nextActions } from "./next-actions";
import type { LinkState, Standing } from "./records";
import { besideOn } from "./same-escrow";
import { grants, writeScopes } from "./scopes";

const now = new Date("2026-11-21T10:00:00Z");
const url = "https://app.opentrain.ai/approvals/a";
const record = (standing: Standing, state: LinkState = "ok", leftMs = 1) => ({
  standing,
  status: "pending",
  approvalUrl: state === "missing" ? null : url,
  link: { state, problem: null, found: null },
  expiresAt: new Date(now.getTime() + leftMs),
});

describe("the one action", () => {
  test.each([
    ["open", 1, null],
    ["open", -1, "past_due"],
    ["superseded", 1, "superseded"],
    ["unreadable", 1, "unreadable"],
  ] as const)("%s with %i ms left: allowed, warning %s", (standing, leftMs, warning) => {
    expect(nextActions(record(standing, "ok", leftMs), "owner", now).open).toEqual({
      allowed: true,
      url,
      warning,
    });
  });
  test.each([
    ["confirmed", "ok", "owner", "settled"],
    ["declined", "ok", "owner", "settled"],
    ["lapsed", "ok", "owner", "settled"],
    ["open", "missing", "owner", "link_missing"],
    ["open", "quarantined", "owner", "link_quarantined"],
    ["superseded", "quarantined", "owner", "link_quarantined"],
    ["open", "ok", "finance", "only_owner"],
    ["open", "ok", "viewer", "only_owner"],
    ["confirmed", "ok", "finance", "settled"],
  ] as const)("%s, link %s, as %s: %s", (standing, state, role, why) => {
    expect(nextActions(record(standing, state), role, now).open).toEqual({ allowed: false, why });
  });
});

test.each([
  ["expired", { allowed: false, why: "closed" }],
  ["declined", { allowed: false, why: "closed" }],
  [null, { allowed: true, url, warning: "superseded" }],
])("a replaced one that OpenTrain calls %s", (status, open) => {
  expect(nextActions({ ...record("superseded"), status }, "owner", now).open).toEqual(open);
});

test("a write scope includes its read", () => {
  expect(grants(["payments:write"], "payments:read")).toBe(true);
  expect(grants(["payments:read"], "payments:read")).toBe(true);
  expect(grants(["payments:read"], "payments:write")).toBe(false);
  expect(grants(["jobs:write"], "payments:read")).toBe(false);
  expect(grants(["webhooks:manage"], "webhooks:manage")).toBe(true);
  expect(writeScopes(["payments:read", "jobs:write"])).toEqual(["jobs:write"]);
});

test("only what decides on money that is in escrow is on the same escrow; a fund beside an end is named as one", () => {
  const on = (id: string, type: string, contractId = "ctr_1", standing: Standing = "open") => ({
    id,
    type,
    contractId,
    standing,
  });
  const end = on("end", "contract_end");
  const others = [
    end,
    on("release", "milestone_approve"),
    on("fund", "milestone_fund"),
    on("hire", "proposal_hire"),
    on("elsewhere", "milestone_approve", "ctr_2"),
    on("done", "milestone_approve", "ctr_1", "confirmed"),
  ];
  const fund = on("fund", "milestone_fund");
  const beside = (record: Parameters<typeof besideOn>[0]) =>
    Object.fromEntries(
      Object.entries(besideOn(record, others)).map(([name, found]) => [name, found.map(({ id }) => id)]),
    );
  expect(beside(end)).toEqual({ sameEscrow: ["release"], ends: [], funds: ["fund"] });
  expect(beside(on("release", "milestone_approve"))).toEqual({ sameEscrow: ["end"], ends: [], funds: [] });
  // Nothing is in escrow for what was not funded yet.
  expect(beside(fund)).toEqual({ sameEscrow: [], ends: ["end"], funds: [] });
  expect(beside(on("hire", "proposal_hire"))).toEqual({ sameEscrow: [], ends: [], funds: [] });
});
