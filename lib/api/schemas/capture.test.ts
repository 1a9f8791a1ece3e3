import { describe, expect, it } from "vitest";
import { captureBody } from "./capture";

const fieldOf = (body: unknown) => {
  const parsed = captureBody.safeParse(body);
  return parsed.success ? "accepted" : parsed.error.issues[0]?.path.join(".");
};

describe("captureBody", () => {
  it.each([
    {
      approval: { id: "appr_1", type: "proposal_hire", anything: [1] },
      message: "Waiting",
      agent: { name: "a" },
    },
    { approval: { id: "appr_1" }, request: { milestone: { amount: 450 } }, agent: null },
    { approval: { id: "appr_1" }, id: "appr_1" },
    { url: "https://app.opentrain.ai/approvals/appr_1" },
    { id: "appr_1", agent: { name: "n".repeat(81), reason: "r".repeat(2001) } },
  ])("takes %j", (body) => expect(fieldOf(body)).toBe("accepted"));

  it.each([
    [{}, "approval"],
    [[], ""],
    ["appr_1", ""],
    [{ approval: {} }, "approval.id"],
    [{ approval: { id: 7 } }, "approval.id"],
    [{ approval: [] }, "approval"],
    [{ id: "" }, "id"],
    [{ id: "a\nb" }, "id"],
    [{ id: "a".repeat(501) }, "id"],
    [{ id: "a", approval: { id: "b" } }, "id"],
    [{ id: "a", url: "https://x" }, "url"],
    [{ approval: { approval: {} } }, "approval.id"],
    [{ id: "a", agent: { name: "n".repeat(2001) } }, "agent.name"],
    [{ id: "a", agent: { reason: "r".repeat(40_001) } }, "agent.reason"],
    [{ id: "a", request: "text" }, "request"],
  ])("names the field of %j", (body, field) => expect(fieldOf(body)).toBe(field));

  it("finds the approval inside OpenTrain's whole answer", () => {
    const approval = { id: "appr_1", status: "pending" };
    expect(captureBody.parse({ approval: { approval, message: "Waiting" } }).approval).toEqual(approval);
  });

  it("keeps what was told as it came", () => {
    const approval = { id: "appr_1", deep: { er: [1, null] } };
    expect(captureBody.parse({ approval }).approval).toEqual(approval);
  });
});
