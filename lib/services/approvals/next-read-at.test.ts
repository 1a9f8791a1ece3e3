import { describe, expect, it } from "vitest";
import { nextReadAt, type ReadPlanFacts } from "@/lib/services/approvals/next-read-at";

const at = new Date("2026-11-21T09:00:00.000Z");
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
const open: ReadPlanFacts = {
  standing: "open",
  status: "pending",
  expiresAt: minutes(72 * 60),
  hasProblem: false,
  isIncomplete: false,
  settledAt: null,
};

describe("nextReadAt", () => {
  it("looks seldom while there is time", () => {
    expect(nextReadAt(open, at)).toEqual(minutes(60));
    expect(nextReadAt({ ...open, expiresAt: minutes(120) }, at)).toEqual(minutes(15));
  });

  it("looks shortly before the deadline and just after it", () => {
    expect(nextReadAt({ ...open, expiresAt: minutes(3) }, at)).toEqual(minutes(2));
    const expiresAt = minutes(0.5);
    expect(nextReadAt({ ...open, expiresAt }, at)).toEqual(new Date(expiresAt.getTime() + 1000));
  });

  it("keeps asking after the deadline, less and less often", () => {
    expect(nextReadAt({ ...open, expiresAt: at }, at)).toEqual(new Date(at.getTime() + 5000));
    expect(nextReadAt({ ...open, expiresAt: minutes(-8) }, at)).toEqual(minutes(2));
    expect(nextReadAt({ ...open, expiresAt: minutes(-600) }, at)).toEqual(minutes(10));
  });

  it("leaves a settled one alone, unless something of it is missing", () => {
    const settled = { ...open, standing: "confirmed", status: "confirmed" } as const;
    expect(nextReadAt(settled, at)).toBeNull();
    expect(nextReadAt({ ...settled, hasProblem: true, settledAt: at }, at)).toEqual(minutes(1));
    const incomplete = { ...settled, isIncomplete: true };
    expect(nextReadAt({ ...incomplete, settledAt: at }, at)).toEqual(minutes(1));
    expect(nextReadAt({ ...incomplete, settledAt: minutes(-400) }, at)).toEqual(minutes(100));
    expect(nextReadAt({ ...incomplete, settledAt: minutes(-99_999) }, at)).toEqual(minutes(24 * 60));
  });

  it("keeps reading a replaced one until OpenTrain ends it, since it could still be confirmed", () => {
    expect(nextReadAt({ ...open, standing: "superseded" }, at)).toEqual(minutes(60));
    expect(nextReadAt({ ...open, standing: "superseded", status: "expired" }, at)).toBeNull();
  });

  it("looks again soon at what could not be read", () => {
    expect(nextReadAt({ ...open, hasProblem: true }, at)).toEqual(minutes(5));
    const unreadable = { ...open, standing: "unreadable", status: "frozen", expiresAt: null } as const;
    expect(nextReadAt(unreadable, at)).toEqual(minutes(5));
  });
});
