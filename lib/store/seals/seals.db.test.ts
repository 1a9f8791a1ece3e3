import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addEvent } from "@/lib/store/events";
import { eventSeals, events } from "@/lib/store/schema";
import { checkSeals } from "@/lib/store/seals/check-seals";
import { sealEvents } from "@/lib/store/seals/seal-events";
import { sealHash } from "@/lib/store/seals/seal-hash";
import { useTestDatabase } from "@/lib/testing/database";

const database = useTestDatabase();
const [mine, other] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];

function add(workspaceId: string | null = mine, values: Record<string, unknown> = {}) {
  return database.db.transaction((tx) =>
    addEvent(tx, {
      workspaceId,
      at: new Date("2026-11-21T12:00:00.123Z"),
      kind: "told",
      actor: { kind: "agent", id: null },
      subject: { kind: "approval", id: "appr_1" },
      data: values,
      text: { reason: "Best interview" },
    }),
  );
}

async function sealAll(): Promise<void> {
  while ((await sealEvents(database.db)) > 0);
}

async function chain(workspaceId: string) {
  const { rows } = await database.pool.query(
    "select event_id::int as event, sequence::int from event_seals where chain = $1 order by sequence",
    [workspaceId],
  );
  return rows;
}

/** What only somebody with the owner's rights, and the will to, could do. */
async function tamper(statement: string): Promise<void> {
  const tables = ["events", "event_seals"];
  const toggle = (how: string) =>
    tables.map((table) => `alter table countersign.${table} ${how} trigger ${table}_append_only;`).join("\n");
  await database.ownerPool.query(`${toggle("disable")} ${statement}; ${toggle("enable")}`);
}

beforeEach(() => tamper("truncate events cascade"));
afterEach(() => tamper("truncate events cascade"));

describe("sealing", () => {
  it("gives every event a place in the chain of its workspace, in order", async () => {
    const ids = [await add(), await add(other), await add(), await add(null)];
    expect(await checkSeals(database.db)).toMatchObject({ sealed: 0, waiting: 4, unaccounted: 0 });
    await sealAll();
    const [first, second, third] = ids;
    expect(await chain(mine)).toEqual([
      { event: first, sequence: 1 },
      { event: third, sequence: 2 },
    ]);
    expect(await chain(other)).toEqual([{ event: second, sequence: 1 }]);
    expect(await checkSeals(database.db)).toEqual({
      chains: 3,
      sealed: 4,
      waiting: 0,
      unaccounted: 0,
      broken: [],
    });
  });

  it("goes on where it stopped, in pieces of any size, and seals nothing twice", async () => {
    for (let i = 0; i < 5; i += 1) await add(mine, { i });
    expect(await sealEvents(database.db, 2)).toBe(2);
    await add();
    expect([await sealEvents(database.db, 3), await sealEvents(database.db, 3)]).toEqual([3, 1]);
    expect(await sealEvents(database.db)).toBe(0);
    expect((await chain(mine)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await checkSeals(database.db)).broken).toEqual([]);
  });

  it("seals an event that was written first and committed last", async () => {
    const late = await database.pool.connect();
    await late.query("begin");
    const { rows } = await late.query(
      `insert into events (workspace_id, at, kind, actor_kind, subject_kind, data)
       values ($1, now(), 'told', 'agent', 'approval', '{}') returning id::int`,
      [mine],
    );
    const early = await add();
    expect(rows[0].id).toBeLessThan(early);
    await sealAll();
    await late.query("commit");
    late.release();
    await sealAll();
    expect((await chain(mine)).map(({ event }) => event)).toEqual([early, rows[0].id]);
    expect(await checkSeals(database.db)).toMatchObject({
      sealed: 2,
      waiting: 0,
      unaccounted: 0,
      broken: [],
    });
  });

  it("is done once by workers that seal at the same time", async () => {
    for (let i = 0; i < 20; i += 1) await add(i % 2 ? mine : other, { i });
    const sealed = await Promise.all(Array.from({ length: 4 }, () => sealEvents(database.db, 7)));
    expect(sealed.toSorted((a, b) => a - b)).toEqual([0, 6, 7, 7]);
    expect(await checkSeals(database.db)).toMatchObject({ sealed: 20, waiting: 0, broken: [] });
  });

  it("holds when somebody's words are erased", async () => {
    await add();
    await sealAll();
    await database.pool.query("delete from event_texts");
    expect((await checkSeals(database.db)).broken).toEqual([]);
  });
});

describe("a check of the seals", () => {
  beforeEach(async () => {
    for (let i = 0; i < 5; i += 1) await add(mine, { cents: i });
    await sealAll();
  });

  it.each([
    ["a changed value", `update events set data = '{"cents": 9}' where data->>'cents' = '2'`, 3],
    ["a changed time", "update events set at = at + interval '1 ms' where data->>'cents' = '0'", 1],
    ["another actor", "update events set actor_kind = 'person' where data->>'cents' = '4'", 5],
    ["a commitment to other words", "update events set text_commitment = '' where data->>'cents' = '1'", 2],
    ["a removed seal", "delete from event_seals where sequence = 3", 3],
    [
      "a removed event",
      "delete from event_texts where event_id in (select event_id from event_seals where sequence = 4); delete from event_seals where sequence = 4; delete from events where data->>'cents' = '3'",
      4,
    ],
    [
      "two that changed places",
      "update event_seals set sequence = case sequence when 2 then 203 when 3 then 202 else sequence end; update event_seals set sequence = sequence - 200 where sequence > 200",
      2,
    ],
  ])("finds %s", async (_name, statement, sequence) => {
    await tamper(
      statement.replaceAll(/(update|from|in \(select event_id from) (event)/g, "$1 countersign.$2"),
    );
    expect((await checkSeals(database.db)).broken).toEqual([{ chain: mine, sequence }]);
  });

  it("finds a value that was changed together with its own seal, at the seal after it", async () => {
    await tamper(`update countersign.events set data = '{"cents": 9}' where data->>'cents' = '1'`);
    const [changed] = await database.db.select().from(events).where(sql`data->>'cents' = '9'`);
    const [seal] = await database.db.select().from(eventSeals).where(eq(eventSeals.sequence, 2));
    if (!changed || !seal) throw new Error("nothing was changed");
    const forged = sealHash(changed, seal).toString("hex");
    await tamper(`update countersign.event_seals set hash = '\\x${forged}' where sequence = 2`);
    expect((await checkSeals(database.db)).broken).toEqual([{ chain: mine, sequence: 3 }]);
  });

  it("finds an event that was kept from being sealed", async () => {
    await add();
    await database.pool.query("delete from events_unsealed");
    expect(await checkSeals(database.db)).toMatchObject({ waiting: 0, unaccounted: 1 });
  });
});
