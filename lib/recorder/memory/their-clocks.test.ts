import { expect, it } from "vitest";
import { approvalIn } from "@/lib/services/asks/learned";
import { wireApproval } from "@/lib/testing/factories/wire";
import { TheirClocks } from "./their-clocks";

const hour = 3_600_000;
const now = Date.UTC(2026, 4, 1, 12);

/** An answer some seconds from now whose `Date` is so far from ours. */
function answer(seconds: number, hours: number, createdHours: number | null = null) {
  const at = new Date(now + seconds * 1_000);
  const createdAt = new Date(now + (createdHours ?? 0) * hour).toISOString();
  return {
    sentAt: at,
    at,
    date: new Date(at.getTime() + hours * hour),
    approval:
      createdHours === null
        ? null
        : approvalIn({ approval: wireApproval("https://a.example", { createdAt }) }),
  };
}

it("does not believe one Date that is far from what is known", () => {
  for (const hours of [-13 * 24, 30]) {
    const clocks = new TheirClocks();
    expect(clocks.offset("c", answer(1, hours, 0), 0)).toBe(0);
    expect(clocks.offset("c", answer(2, 0), 0)).toBe(0);
    expect(clocks.offset("c", answer(3, hours), 0)).toBe(0);
    // The same answer twice is still one, and another account's clock is another.
    expect(clocks.offset("c", answer(3, hours), 0)).toBe(0);
    expect(clocks.offset("d", answer(4, hours), 0)).toBe(0);
  }
});

it("believes it when another answer says the same", () => {
  const clocks = new TheirClocks();
  expect(clocks.offset("c", answer(1, 30), 0)).toBe(0);
  for (const again of [answer(2, 30), answer(2, 30), answer(3, 30)]) {
    expect(Math.round(clocks.offset("c", again, 0) / hour)).toBe(30);
  }
  expect(clocks.offset("c", answer(4, -5), 0)).toBe(0);
});

it("believes it at once when what is in the answer is as late", () => {
  expect(Math.round(new TheirClocks().offset("c", answer(1, 30, 30), 0) / hour)).toBe(30);
  expect(new TheirClocks().offset("c", answer(1, 300, 0), 0)).toBe(0);
  expect(new TheirClocks().offset("c", answer(1, -30, -30), 0)).toBe(0);
});

it("follows a Date that is near, and needs none", () => {
  const clocks = new TheirClocks();
  expect(clocks.offset("c", { ...answer(1, 0), date: new Date(now + 31_000) }, 0)).toBe(30_500);
  expect(clocks.offset("c", { ...answer(1, 0), date: null }, 7_000)).toBe(7_000);
});
