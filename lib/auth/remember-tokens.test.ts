import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { rememberTokens } from "./remember-tokens";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

it("knows a token until it has run out, and not from then on", () => {
  const known = rememberTokens(2);
  known.keep("token", "session", 1_060_000);
  expect(known.find("token")).toBe("session");
  vi.setSystemTime(1_059_999);
  expect(known.find("token")).toBe("session");
  vi.setSystemTime(1_060_000);
  expect(known.find("token")).toBeNull();
  vi.setSystemTime(1_000_000);
  expect(known.find("token")).toBeNull();
});

it("knows no other by one that looks alike", () => {
  const known = rememberTokens(2);
  known.keep("token", "session", 2_000_000);
  expect([known.find("toke"), known.find("token "), known.find("TOKEN"), known.find("")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it("forgets the oldest when there are too many", () => {
  const known = rememberTokens(2);
  for (const name of ["a", "b", "c"]) known.keep(name, `session ${name}`, 2_000_000);
  expect(["a", "b", "c"].map((name) => known.find(name))).toEqual([null, "session b", "session c"]);
});
