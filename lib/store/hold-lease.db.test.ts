import { expect, it } from "vitest";
import { LeaseLost, whileHolding } from "@/lib/store/hold-lease";
import { createDb, createPool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";

const database = useTestDatabase();

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Holds it until it is let go, in this process. */
async function hold(name: string, leaseMs?: number) {
  const [entered, left] = [gate(), gate()];
  const done = whileHolding(
    database.db,
    name,
    async (lease) => {
      entered.open();
      await left.opened;
      return lease;
    },
    leaseMs,
  );
  await entered.opened;
  return { done, leave: left.open };
}

const expire = (name: string) =>
  database.pool.query("update leases set held_until = clock_timestamp() - interval '1 ms' where name = $1", [
    name,
  ]);

it("is one's at a time, and free again at once when it was given up", async () => {
  const first = await hold("one");
  const second = await whileHolding(database.db, "one", async () => "both");
  expect(second).toMatchObject({ did: false });
  if (!second.did) expect(second.freeInMs).toBeGreaterThan(5_000);
  first.leave();
  // Whoever came meanwhile gets another turn.
  expect(await first.done).toMatchObject({ did: true, isWanted: true });
  expect(await whileHolding(database.db, "one", async () => "alone")).toEqual({
    did: true,
    value: "alone",
    isWanted: false,
  });
});

it("tells whoever has it, once, that somebody came", async () => {
  await whileHolding(database.db, "heard", async ({ isWanted }) => {
    expect(await isWanted()).toBe(false);
    await whileHolding(database.db, "heard", async () => "both");
    expect([await isWanted(), await isWanted()]).toEqual([true, false]);
  });
});

it("is given up when the work fails", async () => {
  const failing = whileHolding(database.db, "failing", () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await whileHolding(database.db, "failing", async () => 1)).toMatchObject({ did: true });
});

it("lasts as long as the work does, however long that is", async () => {
  const first = await hold("long", 200);
  const { rows } = await database.pool.query("select held_until from leases where name = 'long'");
  await expect
    .poll(
      async () => (await database.pool.query("select held_until from leases where name = 'long'")).rows[0],
    )
    .not.toEqual(rows[0]);
  expect(await whileHolding(database.db, "long", async () => 1, 200)).toMatchObject({ did: false });
  first.leave();
  expect((await first.done).did).toBe(true);
});

it("is taken over from one that says nothing any more, who then writes nothing", async () => {
  const frozen = await hold("frozen");
  await expire("frozen");
  const next = await hold("frozen");
  frozen.leave();
  const outcome = await frozen.done;
  if (!outcome.did) throw new Error("it held it");
  await expect(database.db.transaction((tx) => outcome.value.demand(tx))).rejects.toBeInstanceOf(LeaseLost);
  // Nor does its leaving take it from the one who has it now.
  expect(await whileHolding(database.db, "frozen", async () => 1)).toMatchObject({ did: false });
  next.leave();
  const held = await next.done;
  expect(held).toMatchObject({ did: true, isWanted: true });
});

it("stays with whoever demanded it in a transaction until that is decided", async () => {
  const first = await hold("deciding");
  const pool = createPool(database.url);
  const other = createDb(pool);
  const [demanded, decide] = [gate(), gate()];
  first.leave();
  await first.done;
  const holder = whileHolding(database.db, "deciding", (lease) =>
    database.db.transaction(async (tx) => {
      await lease.demand(tx);
      demanded.open();
      await decide.opened;
    }),
  );
  await demanded.opened;
  let isTaken = false;
  const expired = other.$client
    .query("update leases set held_until = clock_timestamp() where name = 'deciding'")
    .then(() => {
      isTaken = true;
    });
  await database.pool.query("select pg_sleep(0.05)");
  expect(isTaken).toBe(false);
  decide.open();
  await Promise.all([holder, expired]);
  await pool.end();
});

it("is not lost for long to a database whose clock went back", async () => {
  await database.pool.query(
    "insert into leases (name, holder, held_until) values ('ahead', gen_random_uuid(), now() + interval '3 hours')",
  );
  expect(await whileHolding(database.db, "ahead", async () => 1)).toMatchObject({ did: true });
});
