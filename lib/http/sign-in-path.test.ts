import { describe, expect, it } from "vitest";
import { safeNextPath, signInPath } from "./sign-in-path";

describe("safeNextPath", () => {
  it("keeps a page of ours with its query", () => {
    expect(safeNextPath("/approvals/a?tab=history&_rsc=1x")).toBe("/approvals/a?tab=history");
    expect(signInPath("/history?type=x")).toBe("/sign-in?next=%2Fhistory%3Ftype%3Dx");
    expect(signInPath("/")).toBe("/sign-in");
  });

  it.each([
    null,
    "",
    "history",
    "//evil.com",
    "/\\evil.com",
    "/\t/evil.com",
    "https://evil.com/",
    "javascript:alert(1)",
    "/api/approvals",
    "/sign-in?next=/x",
    `/${"a".repeat(600)}`,
  ])("answers / for %j", (given) => expect(safeNextPath(given)).toBe("/"));
});
