import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ALL_PHASES, type ApprovalListing, NO_FILTER, SORTS, sortOf } from "@/lib/domain/listing/listing";
import { isOpenPhase, phaseOf } from "@/lib/domain/phase";
import type { Standing } from "@/lib/domain/records";
import { sumsOf } from "@/lib/domain/sums";
import { exportApprovals } from "@/lib/services/approvals/export";
import { listApprovals } from "@/lib/services/approvals/list";
import { type ApprovalRow, approvals, type NewApprovalRow } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { approvalValues, hireMoney } from "@/lib/testing/factories/insert-approval";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { naiveMatches, naiveOrder, naivePlace } from "@/lib/testing/naive-list";

const database = useTestDatabase();
const origin = "http://127.0.0.1:1";
const hourMs = 3_600_000;
const now = new Date("2026-11-21T09:00:00.000Z");
const seed = Number(process.env.LIST_SEED ?? 20_261_121);
const runs = Number(process.env.LIST_RUNS ?? 40);

const standings: Standing[] = ["open", "confirmed", "declined", "lapsed", "superseded", "unreadable"];
// Few values, so that many rows stand in one place and every filter finds something.
const hours = fc.integer({ min: -8, max: 8 });
const instant = hours.map((count) => new Date(now.getTime() + count * hourMs));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const cents = orNull(fc.integer({ min: 0, max: 4 }).map((count) => count * 100));
const id = (kind: string) => orNull(fc.constantFrom(`${kind}_a`, `${kind}_b%`, `${kind}_ć`));
const name = orNull(
  fc.constantFrom("Zoë Ångström", "ŁUKASZ W.", "Straße 50%_", "Пётр", "ÆGIR øst", "Noor B."),
);

const rowOf = fc.record(
  {
    standing: fc.constantFrom(...standings),
    type: fc.constantFrom("proposal_hire", "milestone_fund", "contract_end", "something_new"),
    status: orNull(fc.constantFrom("pending", "confirmed", "declined", "expired", "on_hold")),
    createdAt: orNull(instant),
    expiresAt: orNull(instant),
    resolvedAt: orNull(instant),
    settledAt: orNull(instant),
    totalCents: cents,
    contractId: id("ctr"),
    jobId: id("job"),
    counterparty: name,
    milestoneName: name,
    jobTitle: name,
    agentName: orNull(fc.constantFrom("Hiring agent", "Źródło")),
    tokenLabel: orNull(fc.constantFrom("Hiring agent", "ci")),
  },
  { noNullPrototype: true },
);
type Drawn = Partial<NewApprovalRow> & { totalCents: number | null };

const wholeFilterOf = fc.record({
  phases: fc.subarray([...ALL_PHASES], { minLength: 1 }),
  types: fc
    .subarray(["proposal_hire", "milestone_fund", "contract_end"] as const, { minLength: 1 })
    .map((all) => [...all]),
  statuses: fc
    .subarray(["pending", "confirmed", "declined", "expired"] as const, { minLength: 1 })
    .map((all) => [...all]),
  contractId: fc.constantFrom("ctr_a", "ctr_b%"),
  jobId: fc.constantFrom("job_a", "job_ć"),
  agent: fc.constantFrom("Hiring agent", "ci"),
  q: fc.constantFrom(
    "zoe",
    "ANGSTROM",
    "lukasz",
    "strasse",
    "50%",
    "_",
    "%",
    "\\",
    "петр",
    "aegir ost",
    "noor b",
    "ctr_ć",
    "z e",
    "a1",
    "job_a",
  ),
  from: instant,
  to: instant,
  min: fc.constantFrom(0, 100, 250),
  max: fc.constantFrom(0, 200, 300),
});
const filterNames = [
  ...([
    "phases",
    "types",
    "statuses",
    "contractId",
    "jobId",
    "agent",
    "q",
    "from",
    "to",
    "min",
    "max",
  ] as const),
];
/** Two filters at once, seldom more: what finds nothing proves nothing. */
const listingOf = fc
  .tuple(
    wholeFilterOf,
    fc.subarray(filterNames, { maxLength: 2 }),
    orNull(fc.constantFrom(...SORTS)),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([whole, names, sort, kind]): ApprovalListing => {
    const chosen = Object.fromEntries(names.map((name) => [name, whole[name]]));
    return { ...NO_FILTER, ...(kind > 0 ? { phases: [...ALL_PHASES] } : {}), ...chosen, sort };
  });

const changeOf = fc.record({
  which: fc.nat(),
  row: rowOf,
  only: fc.subarray(
    ["standing", "createdAt", "expiresAt", "resolvedAt", "settledAt", "totalCents", "jobTitle"] as const,
    {
      minLength: 1,
    },
  ),
  isNew: fc.boolean(),
});

type Change = typeof changeOf extends fc.Arbitrary<infer T> ? T : never;

async function fill(made: MadeWorkspace, rows: Drawn[], prefix: string): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row, index) =>
    approvalValues(made, { ...row, id: `${prefix}${index}`, money: moneyOf(row) }),
  );
  await database.db
    .insert(approvals)
    .values(values.map((one, index) => ({ ...one, totalCents: rows[index]?.totalCents ?? null })));
}

const moneyOf = ({ totalCents }: Drawn) => ({
  ...hireMoney(totalCents),
  totalCents,
  maxTotalCents: totalCents,
});

async function stored({ workspaceId }: MadeWorkspace): Promise<ApprovalRow[]> {
  return database.db.select().from(approvals).where(eq(approvals.workspaceId, workspaceId));
}

async function change(made: MadeWorkspace, { which, row, only, isNew }: Change, name: string) {
  if (isNew) return fill(made, [row], name);
  const all = await stored(made);
  const target = all[which % all.length];
  if (!target) return;
  const values = Object.fromEntries(only.map((column) => [column, row[column]]));
  await database.db
    .update(approvals)
    .set(values)
    .where(and(eq(approvals.workspaceId, made.workspaceId), eq(approvals.id, target.id)));
}

it("agrees with a list in memory on every filter, sort and page, while rows change, in one workspace alone", async () => {
  const rows = fc.array(rowOf, { minLength: 12, maxLength: 24 });
  const changes = fc.array(fc.array(changeOf, { minLength: 1, maxLength: 4 }), {
    minLength: 4,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(
      rows,
      rows,
      listingOf,
      fc.integer({ min: 1, max: 6 }),
      changes,
      async (own, theirs, listing, limit, batches) => {
        const [made, other] = [
          await makeWorkspace(database.db, { origin }),
          await makeWorkspace(database.db, { origin }),
        ];
        await fill(made, own, "a");
        await fill(other, theirs, "a");
        const sort = sortOf(listing);
        const first = (await stored(made)).filter((row) => naiveMatches(row, listing, now));
        const placed = first
          .map((row) => ({ id: row.id, place: naivePlace(row, sort) }))
          .sort(naiveOrder(sort));
        const always = new Set(placed.map(({ id }) => id));
        const seen: string[] = [];
        let cursor: string | null = null;
        for (let page = 0; ; page += 1) {
          const matching = new Set(
            (await stored(made)).filter((row) => naiveMatches(row, listing, now)).map((row) => row.id),
          );
          for (const id of always) if (!matching.has(id)) always.delete(id);
          const listed: Awaited<ReturnType<typeof listApprovals>> = await listApprovals({
            ctx: made.as("viewer", now),
            input: { ...listing, limit, cursor },
          });
          expect(
            listed.approvals.every(
              ({ id, workspaceId }) => matching.has(id) && workspaceId === made.workspaceId,
            ),
          ).toBe(true);
          if (page === 0) {
            expect(listed.totals).toEqual({
              count: first.length,
              open: sumsOf(first.filter((row) => isOpenPhase(phaseOf(row, now)))),
              confirmed: sumsOf(first.filter((row) => row.standing === "confirmed")),
            });
          } else expect(listed.totals).toBeNull();
          seen.push(...listed.approvals.map(({ id }) => id));
          cursor = listed.nextCursor;
          if (cursor === null) break;
          const batch = batches[page] ?? [];
          for (const [index, one] of batch.entries()) await change(made, one, `b${page}_${index}_`);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => always.has(id))).toEqual(
          placed.map(({ id }) => id).filter((id) => always.has(id)),
        );
        // The rest are those that came later or did not match all the while.
        const isFirst = new Map(placed.map(({ id }, index) => [id, index]));
        const order = seen.flatMap((id) => isFirst.get(id) ?? []);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: runs, seed },
  );
});

it("exports what it lists, in its order, for every filter and sort", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { minLength: 12, maxLength: 24 }), listingOf, async (rows, listing) => {
      const made = await makeWorkspace(database.db, { origin });
      await fill(made, rows, "a");
      const ctx = made.as("owner", now);
      const { approvals: listed } = await listApprovals({
        ctx,
        input: { ...listing, limit: 200, cursor: null },
      });
      const { pages } = await exportApprovals({ ctx, input: { ...listing, timeZone: "UTC" } });
      const exported: string[] = [];
      for await (const page of pages) exported.push(...page.map(({ record }) => record.id));
      expect(exported).toEqual(listed.map(({ id }) => id));
    }),
    { numRuns: 15, seed },
  );
});
