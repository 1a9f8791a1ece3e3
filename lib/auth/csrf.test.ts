import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { isCsrfTokenOurs } from "./csrf";

const secret = "a".repeat(40);
const token = "t".repeat(64);
const hash = createHash("sha256").update(`${token}${secret}`).digest("hex");
const cookie = `other=1; next-auth.csrf-token=${encodeURIComponent(`${token}|${hash}`)}`;

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", secret);
});

describe("isCsrfTokenOurs", () => {
  it("takes the token that its own cookie vouches for", () =>
    expect(isCsrfTokenOurs(token, cookie)).toBe(true));

  it.each([
    ["no token", null, cookie],
    ["no cookie", token, null],
    ["another token", "x".repeat(64), cookie],
    ["a shorter token", "t", cookie],
    ["a cookie of a stranger", "mine", "next-auth.csrf-token=mine|minehash"],
    ["a cookie without a hash", token, `next-auth.csrf-token=${token}`],
    ["nothing at all", "", "next-auth.csrf-token=|"],
  ])("refuses %s", (_what, sent, jar) => expect(isCsrfTokenOurs(sent, jar)).toBe(false));
});
