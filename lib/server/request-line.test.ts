import { describe, expect, it } from "vitest";
import { isPlainPath, readRequestLine } from "./request-line";

describe("readRequestLine", () => {
  it("parts path and query", () => {
    expect(readRequestLine("GET", "/a/b?c=d?e")).toEqual({ path: "/a/b", search: "?c=d?e" });
    expect(readRequestLine("HEAD", "/")).toEqual({ path: "/", search: "" });
  });

  it.each([
    ["GET", "http://elsewhere.example/api/health"],
    ["GET", "//elsewhere.example/"],
    ["GET", "/\\elsewhere.example"],
    ["GET", "*"],
    ["GET", "/a#b"],
    ["GET", "/a b"],
    ["GET", "/\u00e9"],
    ["GET", ""],
    ["GET", undefined],
    ["TRACE", "/"],
    ["PROPFIND", "/"],
    ["get", "/"],
    [undefined, "/"],
  ])("refuses %s %s", (method, target) => expect(readRequestLine(method, target)).toBeNull());
});

describe("isPlainPath", () => {
  it.each([
    "/",
    "/approvals/a%2Fb",
    "/approvals/a..b",
    "/approvals/...",
    "/x/%C3%A4",
    "/api/approvals/appr_1",
    "/approvals/..%2F..%2Fappr_1",
    "/api/approvals/..%2Fappr_1/opened",
    "/contracts/ctr%2F..%2Fctr",
  ])("takes %s", (path) => expect(isPlainPath(path)).toBe(true));

  it.each([
    "/a/../b",
    "/a/./b",
    "/..",
    "/a/%2e%2e/api/approvals",
    "/a/%2E./b",
    "/a/..%2fapi/approvals",
    "/a%2f..%2fb",
    "/a/..%5cb",
    "/approvals/../b",
    "/approvals/%2e%2e",
    "/api/approvals/%2E./opened",
    "/approvals/..",
    "/approvalsx/..%2fb",
    "/approvals/%ff",
    "/a/%zz",
    "/a/%ff",
    "/a/%ed%a0%80",
  ])("refuses %s", (path) => expect(isPlainPath(path)).toBe(false));
});
