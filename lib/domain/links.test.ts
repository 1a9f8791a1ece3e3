import { describe, expect, test } from "vitest";
import { parseApprovalReference } from "./approval-reference";
import { guardApprovalLink, guardOriginLink, isApprovalId, linkDifference } from "./links";
import { ID, LINK_CORPUS, ORIGIN } from "./links.corpus";

describe.each(Object.entries(LINK_CORPUS))("%s", (_, cases) => {
  test.each(cases)("$url", ({ url, problem, id = ID, origin = ORIGIN }) => {
    expect(guardApprovalLink({ url, origin, id })).toEqual({
      state: problem === null ? "ok" : "quarantined",
      problem,
    });
    // Whatever may be opened leads, to a browser, to exactly the one address.
    if (problem === null) {
      const opened = new URL(url);
      expect(opened.origin).toBe(new URL(origin).origin);
      expect(decodeURIComponent(opened.pathname)).toBe(`/approvals/${id}`);
      expect(opened.search + opened.hash + opened.username + opened.password).toBe("");
    }
  });
});

test("the corpus holds at least five of each class and a hundred in all", () => {
  const sizes = Object.values(LINK_CORPUS).map((cases) => cases.length);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(100);
});

test.each([null, ""])("no link (%j) is missing, not quarantined", (url) => {
  expect(guardApprovalLink({ url, origin: ORIGIN, id: ID })).toEqual({ state: "missing", problem: null });
  expect(guardOriginLink({ url, origin: ORIGIN })).toEqual({ state: "missing", problem: null });
});

test.each([
  [`${ORIGIN}/settings/billing?from=inbox#card`, null],
  [`${ORIGIN}/claim?token=abc`, null],
  ["https://checkout.stripe.com/x", "host"],
  ["http://app.opentrain.ai/claim", "scheme"],
  ["https://app.opentrain.ai:444/claim", "port"],
  ["https://a@app.opentrain.ai/claim", "user_info"],
  ["https://app.opentrain.ai\\claim", "odd_characters"],
  ["javascript:alert(1)", "scheme"],
  ["/claim", "not_a_url"],
])("another link of OpenTrain: %s", (url, problem) => {
  expect(guardOriginLink({ url, origin: ORIGIN })).toEqual({
    state: problem ? "quarantined" : "ok",
    problem,
  });
});

test.each([
  ["host", "https://evil.example/approvals/a", "evil.example"],
  ["host", "http://2130706433:4010/approvals/a", "127.0.0.1 (2130706433)"],
  ["scheme", "javascript:alert(1)", "javascript:"],
  ["port", "https://app.opentrain.ai:444/", "444"],
  ["port", "http://app.opentrain.ai/", "80"],
  ["user_info", "https://a:b@app.opentrain.ai/", "a@"],
  ["path", "https://app.opentrain.ai/x/../y?z", "/x/../y?z"],
  ["query_or_fragment", "https://app.opentrain.ai/approvals/a?b#c", "?b#c"],
  ["not_a_url", "nowhere", "nowhere"],
] as const)("the difference by %s in %s", (problem, url, found) => {
  expect(linkDifference(problem, url)).toBe(found);
});

test.each([
  ["a", true],
  ["a b/é:?#", true],
  ["", false],
  [".", false],
  ["..", false],
  ["a\nb", false],
  ["\ud800", false],
  ["x".repeat(501), false],
])("%j as an id: %s", (id, ok) => expect(isApprovalId(id)).toBe(ok));

describe("what someone pastes", () => {
  test.each([
    [`${ORIGIN}/approvals/${ID}`, ID],
    [`  ${ORIGIN}/approvals/${ID}\n`, ID],
    [`<${ORIGIN}/approvals/${ID}>`, ID],
    [`${ORIGIN}/approvals/a%20b`, "a b"],
    [ID, ID],
    ["5b1c0f3e-0000-4000-8000-2f6d9f0e7a11", "5b1c0f3e-0000-4000-8000-2f6d9f0e7a11"],
  ])("%j names a request", (text, id) => expect(parseApprovalReference(text, ORIGIN)).toEqual({ id }));

  test.each([
    ["https://evil.example/approvals/appr_lime42", "other_origin"],
    ["http://app.opentrain.ai/approvals/appr_lime42", "other_origin"],
    ["https://app.opentrain.ai:444/approvals/appr_lime42", "other_origin"],
    ["https://app.opentrain.ai@evil.example/approvals/appr_lime42", "other_origin"],
    ["https://user@app.opentrain.ai/approvals/appr_lime42", "not_a_link"],
    [`${ORIGIN}/approvals/`, "not_a_link"],
    [`${ORIGIN}/approvals/a/b`, "not_a_link"],
    [`${ORIGIN}/approvals/a?next=https://evil.example`, "not_a_link"],
    [`${ORIGIN}/approvals/%E0%A4%A`, "not_a_link"],
    [`${ORIGIN}/contracts/ctr_1`, "not_a_link"],
    ["javascript:alert(1)", "not_a_link"],
    ["please confirm", "not_a_link"],
    ["..", "not_a_link"],
    [".", "not_a_link"],
    ["a/b", "not_a_link"],
    ["<b>", "not_a_link"],
    ["", "not_a_link"],
    ["x".repeat(501), "not_a_link"],
    ["app.opentrain.ai/approvals/appr_lime42", "not_a_link"],
  ])("%j is refused: %s", (text, problem) =>
    expect(parseApprovalReference(text, ORIGIN)).toEqual({ problem }),
  );
});
