import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { isOpenPhase, phaseOf } from "@/lib/domain/phase";
import type { Money, Phase, Standing } from "@/lib/domain/records";
import { sumsOf } from "@/lib/domain/sums";
import { type ListApprovalsInput, listApprovals } from "@/lib/services/approvals/list";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { sweepPlaces } from "@/lib/store/approvals/sweep-places";
import { approvals, connections, formerPlaces } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { hireMoney, insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makePerson } from "@/lib/testing/factories/make-person";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const origin = "http://127.0.0.1:1";
const hourMs = 3_600_000;
const now = new Date("2026-11-21T09:00:00.000Z");
const in_ = (ms: number) => new Date(now.getTime() + ms);
const all: Phase[] = [
  "waiting",
  "closing_soon",
  "last_hour",
  "past_due",
  "unreadable",
  "confirmed",
  "declined",
  "lapsed",
  "superseded",
];

function input(more: Partial<ListApprovalsInput> = {}): ListApprovalsInput {
  return { ...NO_FILTER, limit: 50, cursor: null, ...more };
}

const standings: Standing[] = ["open", "confirmed", "declined", "lapsed", "superseded", "unreadable"];
const cents = fc.option(fc.integer({ min: 0, max: 10 ** 9 }), { nil: null });
const randomMoney: fc.Arbitrary<Money> = fc.record(
  {
    kind: fc.constantFrom("charge", "release", "at_stake", "unknown"),
    currency: fc.constant("usd"),
    amountCents: cents,
    feeCents: cents,
    initiationCents: cents,
    totalCents: cents,
    maxTotalCents: cents,
    atLeast: fc.boolean(),
    unreadable: fc.constant(null),
    sources: fc.constant({ amount: null, fee: null, initiation: null }),
  },
  // Drizzle asks every value for its constructor.
  { noNullPrototype: true },
);
const randomRow = fc.record({
  standing: fc.constantFrom(...standings),
  type: fc.constantFrom("proposal_hire", "milestone_fund", "something_new"),
  // The edges of the phases are where two clocks would differ.
  leftMs: fc.oneof(
    fc.constantFrom(0, 1, -1, hourMs, hourMs - 1, 6 * hourMs, 6 * hourMs - 1),
    fc.integer({ min: -9e8, max: 9e8 }),
  ),
  hasDeadline: fc.boolean(),
  money: randomMoney,
});

describe("the list", () => {
  it("agrees with the domain on every phase, and its sums with sumsOf, on random rows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomRow, { minLength: 1, maxLength: 30 }),
        fc.subarray(all, { minLength: 1 }),
        async (rows, phases) => {
          const made = await makeWorkspace(database.db, { origin });
          for (const { standing, type, leftMs, hasDeadline, money } of rows) {
            const expiresAt = hasDeadline || standing === "open" ? in_(leftMs) : null;
            await insertApprovalRow(database.db, made, { standing, type, expiresAt, money });
          }
          const stored = await database.db
            .select()
            .from(approvals)
            .where(eq(approvals.workspaceId, made.workspaceId));
          const expected = stored.filter((row) => phases.includes(phaseOf(row, now)));
          const { approvals: listed, totals } = await listApprovals({
            ctx: made.as("viewer", now),
            input: input({ phases, limit: 200 }),
          });
          expect(listed.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
          expect(totals).toEqual({
            count: expected.length,
            open: sumsOf(expected.filter((row) => isOpenPhase(phaseOf(row, now)))),
            confirmed: sumsOf(expected.filter((row) => row.standing === "confirmed")),
          });
        },
      ),
      { numRuns: 25, seed: 20261121 },
    );
  });

  it("shows what is open by default, the nearest deadline first, the one without any last", async () => {
    const made = await makeWorkspace(database.db, { origin });
    const later = await insertApprovalRow(database.db, made, { expiresAt: in_(9 * hourMs) });
    const sooner = await insertApprovalRow(database.db, made, { expiresAt: in_(-hourMs) });
    const never = await insertApprovalRow(database.db, made, {
      standing: "unreadable",
      money: hireMoney(null),
    });
    await insertApprovalRow(database.db, made, { standing: "confirmed" });
    const { approvals: listed, totals } = await listApprovals({ ctx: made.as("owner", now), input: input() });
    expect(listed.map(({ id }) => id)).toEqual([sooner.id, later.id, never.id]);
    expect(totals?.open.charge).toEqual({ minCents: 2 * 50_495, maxCents: 2 * 50_495, unknownCount: 1 });
  });

  it("names what an open one replaced, the latest first, and what that had replaced before", async () => {
    const made = await makeWorkspace(database.db, { origin });
    const oldest = await insertApprovalRow(database.db, made, { standing: "superseded", createdAt: in_(-3) });
    const older = await insertApprovalRow(database.db, made, {
      standing: "superseded",
      supersedes: oldest.id,
      createdAt: in_(-2),
    });
    const newest = await insertApprovalRow(database.db, made, { supersedes: older.id });
    await insertApprovalRow(database.db, made);
    const other = await makeWorkspace(database.db, { origin });
    await insertApprovalRow(database.db, other, { id: older.id, supersedes: "apr_of_others" });
    const { earlier } = await listApprovals({ ctx: made.as("owner", now), input: input() });
    expect([...earlier]).toEqual([
      [
        newest.id,
        [
          { id: older.id, createdAt: in_(-2) },
          { id: oldest.id, createdAt: in_(-3) },
        ],
      ],
    ]);
  });

  it("shows settled ones the latest first", async () => {
    const made = await makeWorkspace(database.db, { origin });
    const older = await insertApprovalRow(database.db, made, {
      standing: "declined",
      settledAt: in_(-2 * hourMs),
    });
    const newer = await insertApprovalRow(database.db, made, { standing: "lapsed", settledAt: in_(-hourMs) });
    const { approvals: listed } = await listApprovals({
      ctx: made.as("owner", now),
      input: input({ phases: ["declined", "lapsed"] }),
    });
    expect(listed.map(({ id }) => id)).toEqual([newer.id, older.id]);
  });

  it("uses the connection's now, not ours", async () => {
    const made = await makeWorkspace(database.db, { origin });
    await insertApprovalRow(database.db, made, { expiresAt: in_(hourMs) });
    await database.pool.query("update connections set clock_offset_ms = $1 where id = $2", [
      2 * hourMs,
      made.connectionId,
    ]);
    const listed = await listApprovals({
      ctx: made.as("owner", now),
      input: input({ phases: ["past_due"] }),
    });
    expect(listed.approvals.length).toBe(1);
    expect(listed.asOf).toEqual(in_(2 * hourMs));
  });

  it.each([
    ["open", null],
    ["settled", ["confirmed", "declined", "lapsed", "superseded"] satisfies Phase[]],
  ] as const)("never skips or repeats a row of the %s while rows change between pages", async (_, phases) => {
    const made = await makeWorkspace(database.db, { origin });
    const isOpen = phases === null;
    const ids: string[] = [];
    for (let count = 0; count < 40; count++) {
      // Many with the same instant, and some without one.
      const at = count % 7 === 0 ? null : in_(Math.floor(count / 5) * hourMs);
      const row = isOpen
        ? { standing: at ? ("open" as const) : ("unreadable" as const), expiresAt: at }
        : { standing: "declined" as const, settledAt: at };
      ids.push((await insertApprovalRow(database.db, made, row)).id);
    }
    const seen: string[] = [];
    const gone = new Set<string>();
    let cursor: string | null = null;
    for (let page = 0; page < 30; page++) {
      const listed: Awaited<ReturnType<typeof listApprovals>> = await listApprovals({
        ctx: made.as("owner", now),
        input: input({ phases: phases && [...phases], limit: 7, cursor }),
      });
      expect(listed.totals === null).toBe(page > 0);
      seen.push(...listed.approvals.map(({ id }) => id));
      cursor = listed.nextCursor;
      if (cursor === null) break;
      // One that was seen goes, one that was not yet seen goes, and new ones come.
      const unseen = ids.find((id) => !seen.includes(id) && !gone.has(id));
      for (const id of [seen.at(-1), unseen]) {
        if (id === undefined) continue;
        gone.add(id);
        await database.db
          .update(approvals)
          .set(isOpen ? { standing: "lapsed" } : { standing: "open" })
          .where(eq(approvals.id, id));
      }
      await insertApprovalRow(
        database.db,
        made,
        isOpen ? { expiresAt: in_(-hourMs) } : { standing: "declined", settledAt: in_(99 * hourMs) },
      );
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(ids.filter((id) => !gone.has(id) && !seen.includes(id))).toEqual([]);
  });

  it("keeps its order over open and settled ones while some are settled between pages", async () => {
    const made = await makeWorkspace(database.db, { origin });
    const ids: string[] = [];
    for (let count = 0; count < 30; count++) {
      const row =
        count % 2 === 0
          ? { standing: "open" as const }
          : { standing: "declined" as const, settledAt: in_(-count * hourMs) };
      ids.push((await insertApprovalRow(database.db, made, row)).id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 30; page++) {
      const ctx = made.as("owner", in_(page * 1000));
      const listed: Awaited<ReturnType<typeof listApprovals>> = await listApprovals({
        ctx,
        input: input({ phases: all, limit: 4, cursor }),
      });
      seen.push(...listed.approvals.map(({ id }) => id));
      cursor = listed.nextCursor;
      if (cursor === null) break;
      // The newest of all to be settled: by its time it would stand on a page that was already read.
      const open = ids.findLast((id, index) => index % 2 === 0 && !seen.includes(id));
      if (open === undefined) continue;
      await database.db
        .update(approvals)
        .set({ standing: "declined", settledAt: in_(500) })
        .where(eq(approvals.id, open));
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it("refuses a cursor that is none, or another list's", async () => {
    const made = await makeWorkspace(database.db, { origin });
    for (let count = 0; count < 3; count++) await insertApprovalRow(database.db, made);
    const { nextCursor } = await listApprovals({ ctx: made.owner, input: input({ limit: 1 }) });
    for (const [cursor, more] of [
      ["nonsense", {}],
      [nextCursor, { phases: ["confirmed"] }],
      [nextCursor, { phases: ["waiting"] }],
      [nextCursor, { sort: "-expires" }],
      [nextCursor, { q: "noor" }],
      [nextCursor, { max: 1 }],
      [nextCursor, { from: now }],
    ] satisfies [string | null, Partial<ListApprovalsInput>][]) {
      const listing = listApprovals({ ctx: made.owner, input: input({ cursor, ...more }) });
      await expect(listing).rejects.toMatchObject({ code: "BAD_REQUEST", details: { field: "cursor" } });
    }
  });

  it("keeps where rows stood for as long as a cursor is taken, and no longer", async () => {
    const made = await makeWorkspace(database.db, { origin });
    const rows: string[] = [];
    for (let count = 0; count < 3; count++) {
      rows.push((await insertApprovalRow(database.db, made, { expiresAt: in_((count + 1) * hourMs) })).id);
    }
    const begun = new Date();
    const first = await listApprovals({ ctx: made.as("owner", begun), input: input({ limit: 1 }) });
    const [, second = ""] = rows;
    await database.db
      .update(approvals)
      .set({ expiresAt: in_(0) })
      .where(eq(approvals.id, second));
    const later = (hours: number) => new Date(begun.getTime() + hours * hourMs);
    const next = (hours: number) =>
      listApprovals({ ctx: made.as("owner", later(hours)), input: input({ cursor: first.nextCursor }) });

    await sweepPlaces(database.db, later(24));
    const listed = await next(24);
    expect(listed.approvals.map(({ id }) => id)).toEqual(rows.slice(1));
    // However far one went on meanwhile, the order is still the first page's.
    const { nextCursor } = await listApprovals({
      ctx: made.as("owner", later(23)),
      input: input({ limit: 1, cursor: first.nextCursor }),
    });
    const tooOld = { code: "BAD_REQUEST", reason: "cursor_too_old", details: { field: "cursor" } };
    await expect(next(24.01)).rejects.toMatchObject(tooOld);
    const further = input({ cursor: nextCursor });
    await expect(listApprovals({ ctx: made.as("owner", later(25)), input: further })).rejects.toMatchObject(
      tooOld,
    );
    expect(await database.db.$count(formerPlaces, eq(formerPlaces.id, second))).toBe(1);
    await sweepPlaces(database.db, later(25.01));
    expect(await database.db.$count(formerPlaces, eq(formerPlaces.id, second))).toBe(0);
  });

  it("goes by OpenTrain's clock, read with the session or by itself", async () => {
    const made = await makeWorkspace(database.db, { origin });
    await database.db
      .update(connections)
      .set({ clockOffsetMs: 90_000 })
      .where(eq(connections.id, made.connectionId));
    const { sessionId } = await makePerson(database.db, made.workspaceId, "viewer");
    const found = await actorOfSession({ db: database.db, now, sessionId });
    expect(found?.clockOffsetMs).toBe(90_000);
    for (const known of [{ clockOffsetMs: found?.clockOffsetMs ?? null }, { clockOffsetMs: null }, {}]) {
      const { asOf } = await listApprovals({ ctx: { ...made.owner, now, ...known }, input: input() });
      expect(asOf).toEqual(in_(90_000));
    }
  });

  it.each(["%", "_", "\\"])("looks for %s as it is written", async (q) => {
    const made = await makeWorkspace(database.db, { origin });
    await insertApprovalRow(database.db, made, { jobTitle: "Plain" });
    const odd = await insertApprovalRow(database.db, made, { jobTitle: `Half ${q} more` });
    const { approvals: listed } = await listApprovals({ ctx: made.owner, input: input({ q }) });
    expect(listed.map(({ id }) => id)).toEqual([odd.id]);
  });

  it("takes a cursor with another limit, and with the same filter said otherwise; not in another workspace", async () => {
    const made = await makeWorkspace(database.db, { origin });
    const other = await makeWorkspace(database.db, { origin });
    for (let count = 0; count < 3; count++) await insertApprovalRow(database.db, made);
    const { nextCursor: cursor } = await listApprovals({
      ctx: made.owner,
      input: input({ limit: 1, types: ["proposal_hire", "contract_end"] }),
    });
    const again = input({ cursor, types: ["contract_end", "proposal_hire"], sort: "expires" });
    expect((await listApprovals({ ctx: made.owner, input: again })).approvals).toHaveLength(2);
    const elsewhere = listApprovals({ ctx: other.owner, input: again });
    await expect(elsewhere).rejects.toMatchObject({ details: { field: "cursor" } });
  });

  it("says that nothing is connected instead of showing an empty list", async () => {
    const made = await makeWorkspace(database.db, { origin });
    await database.pool.query("delete from connection_tokens where connection_id = $1", [made.connectionId]);
    await database.pool.query("delete from connections where id = $1", [made.connectionId]);
    const listing = listApprovals({ ctx: made.owner, input: input() });
    await expect(listing).rejects.toMatchObject({ code: "CONFLICT", reason: "not_connected" });
  });
});
