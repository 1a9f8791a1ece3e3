import { describe, expect, test } from "vitest";
import { nextActions } from "./next-actions";
import type { LinkState, Standing } from "./records";
import { onSameEscrow } from "./same-escrow";
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

test("requests on the same escrow are the end and what moves the money it decides on", () => {
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
  expect(onSameEscrow(end, others).map(({ id }) => id)).toEqual(["release", "fund"]);
  expect(onSameEscrow(on("release", "milestone_approve"), others).map(({ id }) => id)).toEqual(["end"]);
});
