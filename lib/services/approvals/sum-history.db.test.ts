import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dayInZone } from "@/lib/domain/days-in-zone";
import { type ApprovalListing, NO_FILTER } from "@/lib/domain/listing/listing";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import type { ApprovalType, Money } from "@/lib/domain/records";
import { sumsOf } from "@/lib/domain/sums";
import { listApprovals } from "@/lib/services/approvals/list";
import { sumHistory } from "@/lib/services/approvals/sum-history";
import { type ApprovalRow, approvals } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { approvalValues, hireMoney } from "@/lib/testing/factories/insert-approval";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { naiveMatches, naivePlace } from "@/lib/testing/naive-list";

const database = useTestDatabase();
const now = new Date("2026-11-21T09:00:00.000Z");
const hourMs = 3_600_000;
const zones = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "Australia/Lord_Howe"];

// Around the ends of days and months of every zone, and the hour that comes twice.
const instant = fc
  .tuple(
    fc.constantFrom(
      "2026-10-25T00:00:00Z",
      "2026-11-01T00:00:00Z",
      "2026-10-31T18:15:00Z",
      "2025-12-31T23:00:00Z",
    ),
    fc.integer({ min: -30, max: 30 }),
    fc.constantFrom(0, 1, -1),
  )
  .map(([day, hours, ms]) => new Date(Date.parse(day) + hours * hourMs + ms));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const money = fc
  .record({
    kind: fc.constantFrom("charge", "release", "at_stake", "unknown"),
    totalCents: orNull(fc.integer({ min: 0, max: 400 })),
    more: orNull(fc.integer({ min: 0, max: 90 })),
    atLeast: fc.boolean(),
  })
  .map(({ kind, totalCents, more, atLeast }) => {
    const maxTotalCents = totalCents === null || more === null ? null : totalCents + more;
    return { ...hireMoney(null), kind, totalCents, maxTotalCents, atLeast } as Money;
  });
const rowOf = fc.record({
  standing: fc.constantFrom(
    "confirmed",
    "confirmed",
    "declined",
    "lapsed",
    "superseded",
    "open",
    "unreadable",
  ),
  type: fc.constantFrom("proposal_hire", "milestone_fund", "contract_end"),
  createdAt: instant,
  expiresAt: orNull(instant),
  resolvedAt: orNull(instant),
  settledAt: orNull(instant),
  agentName: orNull(fc.constantFrom("Hiring agent")),
  jobTitle: orNull(fc.constantFrom("Street signs", "Receipts")),
  money,
});
const filters = {
  types: fc.constant<ApprovalType[]>(["milestone_fund"]),
  agent: fc.constant("Hiring agent"),
  q: fc.constant("signs"),
  from: instant,
  to: instant,
  min: fc.constant(100),
  max: fc.constant(300),
};
/** Two filters at once, seldom more: what finds nothing proves nothing. */
const listingOf = fc
  .tuple(
    fc.subarray([...SETTLED_PHASES], { minLength: 2 }),
    fc.record(filters),
    fc.subarray(["types", "agent", "q", "from", "to", "min", "max"] as const, { maxLength: 2 }),
  )
  .map(([phases, whole, names]) => ({
    phases,
    ...Object.fromEntries(names.map((name) => [name, whole[name]])),
  }));
type Drawn = typeof rowOf extends fc.Arbitrary<infer T> ? T : never;

async function fill(made: MadeWorkspace, rows: Drawn[]): Promise<ApprovalRow[]> {
  const values = rows.map((row, index) => approvalValues(made, { ...row, id: `appr_${index}` } as never));
  if (values.length > 0) await database.db.insert(approvals).values(values);
  return database.db.select().from(approvals).where(eq(approvals.workspaceId, made.workspaceId));
}

/** The same said once more, row by row. */
function summed(rows: ApprovalRow[]) {
  const outcomes = SETTLED_PHASES.map((phase) => [
    phase,
    rows.filter((row) => row.standing === phase).length,
  ]);
  return {
    count: rows.length,
    outcomes: Object.fromEntries(outcomes),
    confirmed: sumsOf(rows.filter(({ standing }) => standing === "confirmed")),
  };
}

function grouped(rows: ApprovalRow[], timeZone: string, length: number): Map<string, ApprovalRow[]> {
  const groups = new Map<string, ApprovalRow[]>();
  for (const row of rows.toSorted(naiveFirst)) {
    const at = naivePlace(row, "-resolved");
    const name = at === null ? null : dayInZone(new Date(at), timeZone).slice(0, length);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

const naiveFirst = (a: ApprovalRow, b: ApprovalRow) =>
  (naivePlace(b, "-resolved") ?? 0) - (naivePlace(a, "-resolved") ?? 0);

it("adds up what a model in memory adds up, by day and month of the zone, in one workspace alone", async () => {
  const rows = fc.array(rowOf, { minLength: 8, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      rows,
      listingOf,
      fc.constantFrom(...zones),
      async (own, theirs, drawn, timeZone) => {
        const origin = "http://127.0.0.1:1";
        const [made, other] = [
          await makeWorkspace(database.db, { origin }),
          await makeWorkspace(database.db, { origin }),
        ];
        const stored = await fill(made, own);
        await fill(other, theirs);
        const listing: ApprovalListing = { ...NO_FILTER, ...drawn };
        const ctx = made.as("viewer", now);
        const found = await sumHistory({ ctx, input: { ...listing, timeZone } });
        const matching = stored.filter((row) => naiveMatches(row, listing, now));
        expect(found.all).toEqual(summed(matching));
        const [months, days] = [grouped(matching, timeZone, 7), grouped(matching, timeZone, 10)];
        expect(found.months.map(({ from: _, to: __, ...month }) => month)).toEqual(
          [...months].map(([month, of]) => ({ month, ...summed(of) })),
        );
        expect(found.days.map(({ day, count }) => [day, count])).toEqual(
          [...days].map(([day, of]) => [day, of.length]),
        );
        // What a day is asked for by its borders is what was counted on it.
        for (const { day, from, to, count } of found.days.slice(0, 2)) {
          const within = { from: laterOf(from, listing.from), to: earlierOf(to, listing.to) };
          const { approvals: listed } = await listApprovals({
            ctx,
            input: { ...listing, ...within, limit: 200, cursor: null },
          });
          expect(listed.map(({ id }) => id).sort(), day).toEqual(
            (days.get(day) ?? []).map(({ id }) => id).sort(),
          );
          expect(listed).toHaveLength(count);
        }
      },
    ),
    { numRuns: 40, seed: 20_261_121 },
  );
});

const laterOf = (a: Date, b: Date | null) => (b !== null && b > a ? b : a);
const earlierOf = (a: Date, b: Date | null) => (b !== null && b < a ? b : a);

it("has nothing to add up where nothing was ever asked", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const found = await sumHistory({
    ctx: made.as("finance", now),
    input: { ...NO_FILTER, phases: [...SETTLED_PHASES], timeZone: "UTC" },
  });
  expect(found).toMatchObject({ all: summed([]), months: [], days: [] });
});

it.each([
  ["an open request", "open", "9999-01-01T00:00:00.000Z", 1],
  ["the last day there is", "confirmed", "9999-12-31T09:00:00.000Z", 2],
  ["a date of long ago", "confirmed", "1970-03-01T00:00:00.000Z", 2],
] as const)("loses no day for %s that is dated far off", async (_, standing, far, count) => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const at = new Date("2026-11-20T12:00:00.000Z");
  const farAt = new Date(far);
  await fill(made, [
    { ...plain, standing: "confirmed", createdAt: at, resolvedAt: at, settledAt: at },
    { ...plain, standing, createdAt: farAt, resolvedAt: farAt, settledAt: farAt },
  ]);
  for (const timeZone of zones) {
    const listing = { ...NO_FILTER, phases: ["confirmed" as const] };
    const ctx = made.as("viewer", now);
    const found = await sumHistory({ ctx, input: { ...listing, timeZone } });
    expect(found.all.count).toBe(count);
    expect(found.days.map((day) => day.day)).toContain(dayInZone(at, timeZone));
    expect(
      found.days.reduce((sum, day) => sum + day.count, 0),
      timeZone,
    ).toBe(count);
    expect(found.months.reduce((sum, month) => sum + month.count, 0)).toBe(count);
    for (const { from, to } of found.days) {
      const { approvals: listed } = await listApprovals({
        ctx,
        input: { ...listing, from, to, limit: 200, cursor: null },
      });
      expect(listed, timeZone).toHaveLength(1);
    }
  }
});

const plain: Pick<Drawn, "type" | "expiresAt" | "agentName" | "jobTitle" | "money"> = {
  type: "milestone_fund",
  expiresAt: null,
  agentName: null,
  jobTitle: null,
  money: hireMoney(100),
};
