import { describe, expect, it } from "vitest";
import { backoffMs, failuresAfter, healthyMs } from "@/lib/host/supervisor/backoff";

describe("backoffMs", () => {
  it("begins with half a second, doubles, and stays at 30 s", () => {
    expect([0, 1, 2, 5, 6, 60].map(backoffMs)).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000]);
  });
});

describe("failuresAfter", () => {
  it("counts failures in a row", () => {
    expect(failuresAfter(0, 10)).toBe(1);
    expect(failuresAfter(3, healthyMs - 1)).toBe(4);
  });
  it("forgets them after a minute of health", () => {
    expect(failuresAfter(9, healthyMs)).toBe(1);
  });
});
