import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CoverageFacts, coverageOf, figureOf, isCounted, wasSeenFirst } from "./coverage";
import { missWhyOf } from "./coverage-miss";

const since = new Date("2026-11-01T00:00:00.000Z");
const at = (minutes: number) => new Date(since.getTime() + minutes * 60_000);

function request(changes: Partial<CoverageFacts> = {}): CoverageFacts {
  return {
    standing: "confirmed",
    way: "recorder",
    createdAt: at(10),
    expiresAt: at(4330),
    resolvedAt: at(60),
    seenAt: at(11),
    ...changes,
  };
}

const instants = fc.option(fc.integer({ min: -50, max: 50 }).map(at));
const requests = fc.array(
  fc.record({
    standing: fc.constantFrom(
      ...(["open", "confirmed", "declined", "lapsed", "superseded", "unreadable"] as const),
    ),
    way: fc.constantFrom(...(["recorder", "capture", "paste", "backfill", "feed", null] as const)),
    createdAt: instants,
    expiresAt: instants,
    resolvedAt: instants,
    settledAt: instants,
    seenAt: instants,
  }),
  { maxLength: 30 },
);

describe("what counts", () => {
  it.each([
    ["one that was seen in time", request(), [1, 1]],
    ["one the feed named first", request({ way: "feed", seenAt: at(60) }), [1, 0]],
    ["one that was never listed", request({ way: null, seenAt: null }), [1, 0]],
    ["one that is still open", request({ standing: "open", resolvedAt: null }), [0, 0]],
    ["one nobody can read", request({ standing: "unreadable" }), [0, 0]],
    ["a replaced one", request({ standing: "superseded" }), [0, 0]],
    ["one asked before capture was on", request({ createdAt: at(-1) }), [0, 0]],
    ["one asked in the moment it was switched on", request({ createdAt: since }), [1, 1]],
    ["history that was read back", request({ way: "backfill" }), [0, 0]],
    [
      "one that ran out before OpenTrain said so",
      request({ resolvedAt: at(5000), seenAt: at(4400) }),
      [1, 0],
    ],
    ["one seen in the moment of its end", request({ seenAt: at(60) }), [1, 0]],
    ["one that does not say when it was asked", request({ createdAt: null }), [0, 0]],
    ["one that says no time of its end", request({ resolvedAt: null, expiresAt: null }), [0, 0]],
  ] as const)("%s", (_name, facts, [settled, seenFirst]) => {
    expect(coverageOf([facts], { since })).toMatchObject({ settled, seenFirst });
  });

  it("takes the period by when it ended, the start in and the end out", () => {
    const ended = request({ resolvedAt: at(60) });
    const within = (from: number, to: number) => isCounted(ended, { since, from: at(from), to: at(to) });
    expect([within(60, 61), within(59, 60), within(61, 70), within(0, 61)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("never counts more as seen than as settled, and splits into periods without loss", () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: -60, max: 60 }), (all, cut) => {
        const whole = coverageOf(all, { since });
        const early = coverageOf(all, { since, to: at(cut) });
        const late = coverageOf(all, { since, from: at(cut) });
        expect(whole.seenFirst).toBeLessThanOrEqual(whole.settled);
        expect(early.settled + late.settled).toBe(whole.settled);
        expect(early.seenFirst + late.seenFirst).toBe(whole.seenFirst);
      }),
    );
  });

  it("falls when capture breaks, by exactly what it would have caught, and rises with nothing but time", () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 0, max: 29 }), (all, index) => {
        const whole = coverageOf(all, { since });
        const broken = all.map((one, at) => (at === index ? { ...one, seenAt: null } : one));
        const lost = all[index] && isCounted(all[index], { since }) && wasSeenFirst(all[index]) ? 1 : 0;
        expect(coverageOf(broken, { since })).toMatchObject({
          settled: whole.settled,
          seenFirst: whole.seenFirst - lost,
        });
      }),
    );
  });

  it("counts nothing more for any number of replaced, older and read back ones", () => {
    fc.assert(
      fc.property(requests, requests, (all, others) => {
        const silent = others.flatMap((one) => [
          { ...one, standing: "superseded" as const },
          { ...one, way: "backfill" as const },
          { ...one, createdAt: at(-1) },
        ]);
        expect(coverageOf([...all, ...silent], { since })).toEqual(coverageOf(all, { since }));
      }),
    );
  });
});

describe("the figure", () => {
  it("has none before there is anything to count", () => {
    expect(figureOf(0, 0).percent).toBeNull();
  });

  it("is 100 only when nothing was missed, and never more than the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (settled, n) => {
        const seenFirst = n % (settled + 1);
        const percent = figureOf(settled, seenFirst).percent ?? -1;
        expect(percent === 100).toBe(seenFirst === settled);
        // In whole numbers, so that no rounding of the test's own can hide one of the code's.
        expect(Math.round(percent * 10) * settled).toBeLessThanOrEqual(seenFirst * 1000);
        expect((Math.round(percent * 10) + 1) * settled).toBeGreaterThan(seenFirst * 1000);
      }),
    );
    expect([figureOf(1000, 999), figureOf(3, 2), figureOf(8, 1)].map(({ percent }) => percent)).toEqual([
      99.9, 66.6, 12.5,
    ]);
  });
});

it.each([
  ["never_told", {}],
  ["told_late", { toldAt: at(70), way: "paste" }],
  ["not_proven_in_time", { toldAt: at(20), way: "capture" }],
  ["not_proven_in_time", { toldAt: at(20), way: "capture", wasBlind: true }],
  ["answer_lost", { recordedAt: at(10), way: "recorder", wasAnswerLost: true }],
  ["answer_lost", { recordedAt: at(10), toldAt: at(20), way: "capture", wasAnswerLost: true }],
  ["waited_on_disk", { recordedAt: at(10), way: "recorder", wasBlind: true }],
  ["recorder_saw_the_end", { way: "recorder" }],
  ["recorder_saw_the_end", { way: "recorder", recordedAt: at(60) }],
  ["not_watching", { wasBlind: true }],
  ["not_watching", { toldAt: at(70), wasBlind: true }],
  ["not_visible", { wasBlind: true, isUnseen: true }],
] as const)("a miss is explained: %s %j", (why, changes) => {
  const facts = { way: "feed", createdAt: at(10), endedAt: at(60), toldAt: null, recordedAt: null } as const;
  expect(missWhyOf({ ...facts, wasAnswerLost: false, wasBlind: false, isUnseen: false, ...changes })).toBe(
    why,
  );
});
