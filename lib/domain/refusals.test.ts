import { describe, expect, it } from "vitest";
import { blockedReason, isOpenAnswer } from "./refusals";

describe("a refusal", () => {
  it.each([
    [403, { reason: "account_claim_required" }, "account_claim_required"],
    [409, { reason: "payment_method_required" }, "payment_method_required"],
    [409, { reason: "not_fit_confirmation_required" }, "not_fit_confirmation_required"],
    [403, { requiredScopes: ["payments:write"] }, "scope_missing"],
    [403, { featureKey: "public_api_hiring" }, "feature_off"],
    [409, { reason: "a_reason_of_tomorrow" }, "a_reason_of_tomorrow"],
    [402, { reason: "card_declined" }, "card_declined"],
    [409, { reason: "<b>no word</b>" }, "other"],
    [409, null, "other"],
    [402, {}, "other"],
  ])("%s %o is blocked: %s", (status, details, reason) => {
    expect(blockedReason(status, details)).toBe(reason);
  });

  it.each([
    [400, { issues: [] }],
    [401, null],
    [403, null],
    [403, {}],
    [404, { resource: "proposals" }],
    [429, { retryAfterSeconds: 5 }],
    [409, { reason: "already_accepted" }],
    [409, { reason: "milestone_not_fundable" }],
    [409, { reason: "milestone_not_funded" }],
    [409, { reason: "milestone_not_releasable" }],
    [409, { reason: "milestone_cancelled" }],
    [409, { reason: "contract_ended" }],
    [400, { reason: "payment_method_required" }],
  ])("%s %o is the agent's own to mend", (status, details) => {
    expect(blockedReason(status, details)).toBeNull();
  });
});

it("knows which statuses leave open what became of a request", () => {
  expect([301, 408, 500, 502, 503, 504].filter((status) => !isOpenAnswer(status))).toEqual([]);
  expect([200, 202, 400, 401, 403, 404, 409, 429].filter(isOpenAnswer)).toEqual([]);
});
