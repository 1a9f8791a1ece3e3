import { expect, it } from "vitest";
import { type Position, readChanges } from "@/lib/store/changes/read";
import { sweepChanges } from "@/lib/store/changes/sweep";
import { useTestDatabase } from "@/lib/testing/database";

const database = useTestDatabase();
const workspaceId = "0a8f6f5e-9d1e-4b6f-8d7b-111111111111";
const other = "0a8f6f5e-9d1e-4b6f-8d7b-222222222222";
const note = "insert into countersign.changes (workspace_id, kind, subject_id) values ($1, 'approval', $2)";
const idsOf = ({ changes }: Awaited<ReturnType<typeof readChanges>>) => changes?.map(({ id }) => id) ?? null;
const start = async () => (await readChanges(database.db, null, [])).position;
const since = (position: Position) => readChanges(database.db, position, [workspaceId]);

async function inTransaction<T>(work: (told: (id: string) => Promise<unknown>) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const done = await work((id) => client.query(note, [workspaceId, id]));
    await client.query("commit");
    return done;
  } finally {
    client.release();
  }
}

it("tells each change once, whichever of two transactions commits first", async () => {
  const began = await start();
  let second = began;
  await inTransaction(async (first) => {
    await first("smaller, later");
    await inTransaction((told) => told("larger, sooner"));
    const reading = await since(began);
    expect(idsOf(reading)).toEqual(["larger, sooner"]);
    second = reading.position;
    expect(idsOf(await since(second))).toEqual([]);
  });
  const reading = await since(second);
  expect(idsOf(reading)).toEqual(["smaller, later"]);
  expect(idsOf(await since(reading.position))).toEqual([]);
  // And from the beginning both of them, once.
  expect(idsOf(await since(began))?.sort()).toEqual(["larger, sooner", "smaller, later"]);
});

it("does not wait for a transaction that is long in coming, nor tells what was taken back", async () => {
  const began = await start();
  const client = await database.pool.connect();
  await client.query("begin");
  await client.query(note, [workspaceId, "never"]);
  await database.pool.query(note, [workspaceId, "meanwhile"]);
  const reading = await since(began);
  expect(idsOf(reading)).toEqual(["meanwhile"]);
  await client.query("rollback");
  client.release();
  expect(idsOf(await since(reading.position))).toEqual([]);
});

it("tells of the workspaces asked for alone", async () => {
  const began = await start();
  await database.pool.query(note, [other, "theirs"]);
  expect(idsOf(await since(began))).toEqual([]);
});

it("does not claim to know what was swept, what another life of the table held, or what never was", async () => {
  const began = await start();
  await database.pool.query(note, [workspaceId, "swept"]);
  const after = await start();
  await sweepChanges(database.db, new Date(Date.now() + 60_000));
  expect(idsOf(await since(began))).toBeNull();
  expect(idsOf(await since(after))).toEqual([]);
  const xmax = BigInt(after.snapshot.split(":")[1] ?? "0") + 1_000n;
  for (const snapshot of [
    `${xmax}:${xmax}:`,
    "",
    "1:2",
    "0:9:",
    "9:3:",
    "3:9:5,4",
    "3:9:12",
    `${"9".repeat(30)}:1:`,
  ]) {
    expect(idsOf(await since({ ...after, snapshot })), snapshot).toBeNull();
  }
  expect(idsOf(await since({ ...after, epoch: workspaceId }))).toBeNull();
  // As after a crash.
  await database.pool.query("delete from countersign.changes_kept");
  expect(idsOf(await since(after))).toBeNull();
  expect(idsOf(await since(await start()))).toEqual([]);
});

it("keeps no more of a flood than its latest", async () => {
  await database.pool.query(
    `insert into countersign.changes (workspace_id, kind, subject_id)
     select $1, 'approval', n::text from generate_series(1, 40) n`,
    [workspaceId],
  );
  await sweepChanges(database.db, new Date(0), 10);
  const { rows } = await database.pool.query("select subject_id from countersign.changes order by id");
  expect(rows.map((row) => row.subject_id)).toEqual(Array.from({ length: 10 }, (_, at) => String(31 + at)));
});

it("says that everything may have changed rather than how much", async () => {
  const began = await start();
  await database.pool.query(
    `insert into countersign.changes (workspace_id, kind, subject_id)
     select $1, 'approval', n::text from generate_series(1, 5001) n`,
    [workspaceId],
  );
  expect(idsOf(await since(began))).toBeNull();
});
