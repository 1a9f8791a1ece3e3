import { expect, it, test } from "vitest";
import { courseOf } from "./course";

const minute = (count: number) => new Date(Date.parse("2026-11-21T09:00:00Z") + count * 60_000).toISOString();
const course = (createdAt: string | null, seenAt: string | null, opened: string | null = null) =>
  courseOf({
    createdAt,
    seenAt,
    settledAt: minute(0),
    openedBy: opened ? { name: "Lea", at: opened } : null,
  });

test.each([
  ["listed at once", minute(-120), minute(-119.5), { tookMs: 7_200_000, listedMs: null }],
  ["listed late", minute(-120), minute(-30), { tookMs: 7_200_000, listedMs: 1_800_000 }],
  ["found as it was settled", minute(-120), minute(0), { tookMs: 7_200_000, listedMs: 0 }],
  ["found afterwards", minute(-120), minute(600), { tookMs: 7_200_000, listedMs: 0 }],
  ["asked at a time nobody knows", null, minute(-30), { tookMs: null, listedMs: null }],
])("%s", (_name, createdAt, seenAt, expected) => expect(course(createdAt, seenAt)).toMatchObject(expected));

it("says when somebody had left for OpenTrain's page, and nothing of what is not settled", () => {
  expect(course(minute(-9), minute(-9), minute(-2)).openedMs).toBe(120_000);
  expect(course(minute(-9), minute(-9)).openedMs).toBeNull();
  const open = { createdAt: minute(-9), seenAt: minute(-9), settledAt: null, openedBy: null };
  expect(courseOf(open)).toEqual({ tookMs: null, listedMs: null, openedMs: null });
});
