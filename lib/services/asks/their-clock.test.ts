import { expect, it } from "vitest";
import { approvalIn } from "@/lib/services/asks/learned";
import { wireApproval } from "@/lib/testing/factories/wire";
import { theirOffset, Witnesses } from "./their-clock";

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

type Answer = Omit<ReturnType<typeof answer>, "date"> & { date: Date | null };

/** Judged as it comes, where ours is the clock that is known. */
function judge(witnesses: Witnesses, connectionId: string, one: Answer, known = 0): number {
  return theirOffset({ ...one, isWitnessed: witnesses.hear(connectionId, one) }, known);
}

it("does not believe one Date that is far from what is known", () => {
  for (const hours of [-13 * 24, 30]) {
    const witnesses = new Witnesses();
    expect(judge(witnesses, "c", answer(1, hours, 0))).toBe(0);
    expect(judge(witnesses, "c", answer(2, 0))).toBe(0);
    expect(judge(witnesses, "c", answer(3, hours))).toBe(0);
    // Another account's clock is another.
    expect(judge(witnesses, "d", answer(4, hours))).toBe(0);
  }
});

it("believes it when the answer before says the same", () => {
  const witnesses = new Witnesses();
  expect(judge(witnesses, "c", answer(1, 30))).toBe(0);
  for (const again of [answer(2, 30), answer(2, 30), answer(3, 30)]) {
    expect(Math.round(judge(witnesses, "c", again) / hour)).toBe(30);
  }
  expect(judge(witnesses, "c", answer(4, -5))).toBe(0);
});

it("says the same of one answer whoever asks, and however often", () => {
  const witnesses = new Witnesses();
  const isWitnessed = [answer(1, 30), answer(2, 30)].map((one) => witnesses.hear("c", one));
  expect(isWitnessed).toEqual([false, true]);
  for (const known of [0, 30 * hour]) {
    const kept = { ...answer(2, 30), isWitnessed: true };
    expect(Math.round(theirOffset(kept, known) / hour)).toBe(30);
  }
  expect(theirOffset({ ...answer(1, 30), isWitnessed: false }, 0)).toBe(0);
});

it("believes it at once when what is in the answer is as late", () => {
  expect(Math.round(judge(new Witnesses(), "c", answer(1, 30, 30)) / hour)).toBe(30);
  expect(judge(new Witnesses(), "c", answer(1, 300, 0))).toBe(0);
  expect(judge(new Witnesses(), "c", answer(1, -30, -30))).toBe(0);
});

it("follows a Date that is near, and needs none", () => {
  const witnesses = new Witnesses();
  expect(judge(witnesses, "c", { ...answer(1, 0), date: new Date(now + 31_000) })).toBe(30_500);
  expect(judge(witnesses, "c", { ...answer(1, 0), date: null }, 7_000)).toBe(7_000);
});
