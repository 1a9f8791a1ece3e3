import { describe, expect, test } from "vitest";
import { termsOfRequest } from "@/lib/domain/terms";
import { mapApproval, mapContract } from "./map";
import { parsePlainJson } from "./plain-json";
import { readAnswer } from "./read-answer";
import * as samples from "./samples";
import { approvalAnswer, contractAnswer } from "./schemas";

// Everything OpenTrain's five documents print, through the readers that meet it in earnest.

const readApproval = (text: string) => approvalAnswer.safeParse(parsePlainJson(text));
const mapped = (text: string) => mapApproval(approvalAnswer.parse(parsePlainJson(text)).approval);

describe("about approvals", () => {
  test.each(Object.entries(samples.resultsByType))(
    "the evidence of a confirmed %s, whole",
    (type, result) => {
      const confirmed = samples.fundConfirmed
        .replace('"milestone_fund"', `"${type}"`)
        .replace(/"result": \{[^}]*\}/, `"result": ${result}`);
      expect(mapped(confirmed)).toMatchObject({ type, status: "confirmed", result: JSON.parse(result) });
    },
  );
  test.each([
    ["pending", null],
    ["confirmed", { invoiceId: "<INVOICE_ID>" }],
    ["declined", null],
    ["expired", null],
  ])("the status %s", (status, result) => {
    const text = samples.fundConfirmed
      .replace('"confirmed"', `"${status}"`)
      .replace(/"result": \{[^}]*\}/, `"result": ${JSON.stringify(result)}`);
    expect(mapped(text)).toMatchObject({ status, result });
  });
  test("the answer to a release request: every field the reference lists, none of another", () => {
    const fields = Object.keys(mapped(samples.fundConfirmed)).toSorted();
    expect(fields).toEqual(
      [
        ...["id", "type", "status", "contractId", "milestoneId", "jobId", "proposalId", "approvalUrl"],
        ...["expiresAt", "resolvedAt", "result", "createdAt"],
      ].toSorted(),
    );
  });
});

describe("about hiring and paying", () => {
  test.each([samples.hireRequested, samples.hireRequestedElided, samples.fundRequested])(
    "a request that waits (%#)",
    (text) => expect(mapped(text)).toMatchObject({ id: "<APPROVAL_ID>", status: "pending", result: null }),
  );
  test("a contract ended at once is no approval", () => {
    expect(readApproval(samples.endedDirectly).success).toBe(false);
  });
  test("the contract", () => {
    const { contract } = contractAnswer.parse(parsePlainJson(samples.contract));
    expect(mapContract(contract)).toMatchObject({
      id: "<CONTRACT_ID>",
      status: "active",
      rate: "500",
      freelancer: { displayName: "Ada L." },
      milestones: [{ name: "Batch 1", status: "ACTIVE_FUNDED", amountCents: 45_000 }],
    });
  });
  test.each([
    [samples.hireBody, "Batch 1", 45_000, "2026-07-15"],
    [samples.hireBodyOfReference, "First labeling batch", 30_000, "2026-07-01"],
  ])("the body of a hire (%#)", (text, name, amountCents, dueDate) => {
    expect(termsOfRequest(parsePlainJson(text))).toMatchObject({
      terms: { name, amountCents, dueDate },
      amountUnreadable: null,
    });
  });
  test("the body of a milestone is plain JSON", () => {
    expect(parsePlainJson(samples.milestoneBody)).toMatchObject({ name: "Batch 2", amountUsd: 250 });
  });
});

describe("about what is refused", () => {
  const refusals: [number, string, string, Record<string, unknown>][] = [
    [400, "BAD_REQUEST", "rejected", { issues: [{ path: ["milestone", "amount"], message: "Required" }] }],
    [401, "UNAUTHORIZED", "unauthorized", {}],
    [403, "FORBIDDEN", "scope", { requiredScopes: ["payments:write"] }],
    [403, "FORBIDDEN", "feature_off", { featureKey: "public_api_hiring" }],
    [403, "FORBIDDEN", "forbidden", { reason: "account_claim_required", claimUrl: "https://x.example" }],
    [404, "NOT_FOUND", "not_found", { resource: "approvals", approvalId: "<APPROVAL_ID>" }],
    ...[
      "payment_method_required",
      "already_accepted",
      "not_fit_confirmation_required",
      "milestone_not_fundable",
      "milestone_not_funded",
      "milestone_not_releasable",
      "milestone_cancelled",
      "contract_ended",
      "a_reason_of_tomorrow",
    ].map((reason): [number, string, string, Record<string, unknown>] => [
      409,
      "CONFLICT",
      "rejected",
      { reason },
    ]),
  ];
  test.each(refusals)("%i %s is %s: %j", async (status, code, why, details) => {
    const body = JSON.stringify({ error: "A sentence.", code, requestId: "req_1", details });
    const response = new Response(body, { status, headers: { "content-type": "application/json" } });
    const answer = await readAnswer(response, { maxBytes: 10_000, hide: (text) => text });
    expect(answer).toEqual({
      ok: false,
      failure: {
        kind: "refused",
        why,
        status,
        code,
        reason: details.reason ?? null,
        requiredScopes: details.requiredScopes ?? [],
        requestId: "req_1",
      },
    });
  });
});
