import { describe, expect, it } from "vitest";
import { readRequestLine } from "./request-line";

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
