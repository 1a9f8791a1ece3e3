import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf, partsWith } from "./parts";
import { hasEveryDay, type Line, structureOf } from "./structure";

const noSums = {
  charge: { minCents: 0, maxCents: 0, unknownCount: 0 },
  release: { cents: 0, unknownCount: 0 },
  atStake: { cents: 0, unknownCount: 0 },
};
const outcomes = { confirmed: 0, declined: 0, lapsed: 0, superseded: 0 };

/** "2026-11-21": 3 rows, as the server tells it: newest first. */
function told(counts: Record<string, number>) {
  const days = Object.entries(counts).map(([day, count]) => {
    const from = `${day}T00:00:00.000Z`;
    return { day, from, to: new Date(Date.parse(from) + 86_400_000).toISOString(), count };
  });
  const names = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  const months = names.map((month) => {
    const of = days.filter(({ day }) => day.startsWith(month));
    const count = of.reduce((sum, day) => sum + day.count, 0);
    return { month, from: "", to: "", count, outcomes, confirmed: noSums };
  });
  return { months, days };
}

const said = (line: Line) =>
  line.kind === "row"
    ? `${line.row} ${line.day.day.slice(8)}.${line.inDay}`
    : line.kind === "day"
      ? `day ${line.day.day.slice(5)}`
      : `${line.kind} ${line.month.month.slice(5)}`;

describe("the lines of a list", () => {
  const structure = structureOf(told({ "2026-11-02": 2, "2026-11-01": 1, "2026-09-30": 2 }));
  const lines = Array.from({ length: structure.lines }, (_, index) => said(structure.lineAt(index)));

  it("are headings of months and days with their rows", () => {
    expect(lines).toEqual([
      ..."month 11,sums 11,day 11-02,0 02.0,1 02.1,day 11-01,2 01.0".split(","),
      ..."month 09,sums 09,day 09-30,3 30.0,4 30.1".split(","),
    ]);
    expect(structure.rows).toBe(5);
  });

  it("can be found from a month, a row, and a line within", () => {
    expect([structure.monthLine("2026-09"), structure.monthLine("2026-10")]).toEqual([7, null]);
    expect(
      [0, 1, 2, 3, 4].map((row) => said(structure.lineAt(structure.lineOfRow(row))).split(" ")[0]),
    ).toEqual(["0", "1", "2", "3", "4"]);
    expect(structure.headingsOf(6)).toEqual({ month: 0, day: 5 });
    expect(structure.headingsOf(8)).toEqual({ month: 7, day: null });
  });
});

describe("the parts of a list", () => {
  it("have every row once, in its order, and none of them more days than it needs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }), (counts) => {
        const { days } = told(
          Object.fromEntries(
            counts.map((count, index) => [
              new Date(Date.UTC(2026, 10, 21 - index)).toISOString().slice(0, 10),
              count,
            ]),
          ),
        );
        const parts = partsOf(days, { from: null, to: null });
        let row = 0;
        for (const part of parts) {
          expect(part.firstRow).toBe(row);
          row += part.count;
          const within = days.filter(({ from, to }) => from >= part.from && to <= part.to);
          expect(within.reduce((sum, { count }) => sum + count, 0)).toBe(part.count);
          expect(part.count - (within.at(-1)?.count ?? 0)).toBeLessThan(100);
        }
        expect(row).toBe(counts.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it("end where the filter ends, and are found by their rows", () => {
    const { days } = told({ "2026-11-02": 150, "2026-11-01": 20, "2026-09-30": 2 });
    const from = new Date("2026-09-30T12:00:00Z");
    const parts = partsOf(days, { from, to: new Date("2026-11-02T06:00:00Z") });
    expect(parts.map((part) => [part.from, part.to])).toEqual([
      ["2026-11-02T00:00:00.000Z", "2026-11-02T06:00:00.000Z"],
      ["2026-09-30T12:00:00.000Z", "2026-11-02T00:00:00.000Z"],
    ]);
    expect([partsWith(parts, 0, 149), partsWith(parts, 149, 150), partsWith(parts, 170, 500)]).toEqual([
      [0],
      [0, 1],
      [1],
    ]);
  });
});

it("is laid out only where every row is counted on a day", () => {
  const day = { day: "2026-11-20", from: "", to: "", count: 2 };
  expect(hasEveryDay({ count: 4, days: [day, day] })).toBe(true);
  expect(hasEveryDay({ count: 5, days: [day, day] })).toBe(false);
  expect(hasEveryDay({ count: 1, days: [] })).toBe(false);
});
