import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { beginBackfill } from "@/lib/services/backfill/begin";
import { LEASE_MS } from "@/lib/store/hold-lease";
import { usualSizes } from "@/lib/sync/backfill/walk";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { TinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

// The worker is struck down at one place after the other, in the middle of what it reads. Whatever was committed
// belongs together, the next worker goes on from there, and at the end everything is there once.

type Place = {
  point: string;
  /** What it is at: the history of an account, or what happens now. */
  at: "history" | "feed";
  /** The longest it may take to pass the point. */
  most: number;
};

const PLACES: Place[] = [
  { point: "backfill-page-before-commit", at: "history", most: 2 },
  { point: "backfill-page-committed", at: "history", most: 2 },
  { point: "backfill-batch-before-commit", at: "history", most: 2 },
  { point: "backfill-batch-committed", at: "history", most: 2 },
  { point: "feed-page-before-commit", at: "feed", most: 2 },
  { point: "feed-page-committed", at: "feed", most: 2 },
  { point: "lease-held", at: "feed", most: 2 },
  { point: "any moment", at: "history", most: 1 },
  { point: "any moment", at: "feed", most: 1 },
];

const rounds = Number(process.env.KILL_POINT_ROUNDS ?? 1);
const only = process.env.KILL_POINT ?? "";
/** Two pages of the feed, and two batches of what they name. */
const eventsInHistory = usualSizes.events + 20;
const requestsInHistory = usualSizes.items + 20;
/** Two of the pages in which the present is followed. */
const requestsInFeed = 30;
/** How long a walk through a history is somebody's after its last step. */
const holdMs = 30_000;

const database = useTestDatabase();
const children = new Set<ChildProcess>();
let folder = "";
let bundle = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "worker-kills-"));
  bundle = join(folder, "worker.mjs");
  await build({
    entryPoints: [resolve("lib/worker/main.ts")],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

type Running = { child: ChildProcess; gone: Promise<unknown[]> };

async function startWorker(env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [bundle], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: testKeys,
      SYNC_INTERVAL_MS: "100",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.add(child);
  const gone = once(child, "exit").finally(() => children.delete(child));
  await Promise.race([once(child, "message"), gone]);
  return { child, gone };
}

type World = { upstream: TinyUpstream; made: MadeWorkspace; ids: string[] };

async function makeWorld({ at }: Place): Promise<World> {
  const upstream = new TinyUpstream();
  await upstream.start();
  const made = await makeWorkspace(database.db, { origin: upstream.origin });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  const { connectionId, workspaceId } = made;
  const ids = Array.from({ length: at === "history" ? requestsInHistory : requestsInFeed }, (_, index) => {
    const asked =
      at === "history" ? { createdAt: new Date(Date.now() - (index + 1) * 3_600_000).toISOString() } : {};
    const wire = wireApproval(upstream.origin, { jobId: null, proposalId: null, ...asked });
    upstream.approvals.set(wire.id, wire);
    upstream.settle(wire.id, {
      status: "declined",
      ...(at === "history" ? { resolvedAt: wire.createdAt } : {}),
    });
    return wire.id;
  });
  if (at === "history") {
    while (upstream.events.length < eventsInHistory)
      upstream.emit("proposal.received", { proposalId: "prop_1" });
    await database.db.transaction((tx) => beginBackfill(tx, { connectionId, workspaceId, now: new Date() }));
  }
  return { upstream, made, ids };
}

/** What was committed belongs together, whenever it is looked at. */
async function checkWhole(place: Place, { upstream, made, ids }: World): Promise<void> {
  const what = (text: string) => `${place.point}, ${place.at}: ${text}`;
  const told = await toldOf(made);
  expect(
    [...told.values()].filter((times) => times > 1),
    what("told twice"),
  ).toEqual([]);
  expect(await countRows("approvals", made), what("a row without its story")).toBe(told.size);
  if (place.at === "feed") {
    const { feed_cursor: cursor } = await one("select feed_cursor from connections where id = $1", made);
    const passed = upstream.events.filter(({ id }) => Number(id) <= Number(cursor ?? 0)).length;
    expect(told.size, what("the cursor and what it caused")).toBe(passed);
    return;
  }
  const row = await one("select * from backfills where connection_id = $1", made);
  const { left } = await one(
    "select count(*)::int as left from backfill_items where connection_id = $1",
    made,
  );
  expect(row.read, what("counted as read and stored")).toBe(told.size);
  expect(row.found, what("found, to be read and read")).toBe(Number(left) + Number(row.read));
  const passed = Math.min(ids.length, Number(row.events_read));
  expect(row.found, what("the cursor and what it named")).toBe(passed);
}

async function toldOf({ workspaceId }: MadeWorkspace): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ id: string; times: number }>(
    `select subject_id as id, count(*)::int as times from events
     where workspace_id = $1 and kind = 'declined' group by subject_id`,
    [workspaceId],
  );
  return new Map(rows.map(({ id, times }) => [id, times]));
}

async function countRows(table: "approvals" | "changes", { workspaceId }: MadeWorkspace): Promise<number> {
  const kind = table === "changes" ? "and kind = 'approval'" : "";
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from ${table} where workspace_id = $1 ${kind}`,
    [workspaceId],
  );
  return rows[0]?.count ?? 0;
}

async function one(query: string, { connectionId }: MadeWorkspace): Promise<Record<string, unknown>> {
  const { rows } = await database.pool.query(query, [connectionId]);
  return rows[0] ?? {};
}

async function isDone(place: Place, { upstream, made }: World): Promise<boolean> {
  const { feed_cursor: cursor } = await one("select feed_cursor from connections where id = $1", made);
  if (cursor !== upstream.events.at(-1)?.id) return false;
  if (place.at === "feed") return true;
  const { state } = await one("select state from backfills where connection_id = $1", made);
  return state === "finished";
}

/** What the dead one held is held by the clock alone, and not for long; that time is made to pass. */
async function letTimePass(): Promise<void> {
  const leases = await database.pool.query<{ ms: number }>(
    "select extract(epoch from held_until - clock_timestamp())::float8 * 1000 as ms from leases",
  );
  for (const { ms } of leases.rows) expect(ms).toBeLessThanOrEqual(LEASE_MS);
  const walks = await database.pool.query<{ ms: number }>(
    "select extract(epoch from held_until - clock_timestamp())::float8 * 1000 as ms from backfills where held_until is not null",
  );
  for (const { ms } of walks.rows) expect(ms).toBeLessThanOrEqual(2 * holdMs);
  await database.pool.query("update leases set held_until = clock_timestamp()");
  await database.pool.query(
    "update backfills set held_until = clock_timestamp() where held_until is not null",
  );
}

async function round(place: Place, count: number): Promise<void> {
  const isTimed = place.point === "any moment";
  const world = await makeWorld(place);
  const listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  let heard = 0;
  listener.on("notification", ({ payload }) => {
    if (payload === world.made.workspaceId) heard += 1;
  });
  await listener.query("listen countersign_changes");
  try {
    const nth = 1 + (count % place.most);
    const worker = await startWorker(isTimed ? {} : { COUNTERSIGN_FAILPOINT: `${place.point}:${nth}` });
    if (isTimed) setTimeout(() => worker.child.kill("SIGKILL"), (count * 13) % 600);
    expect([place.point, ...(await worker.gone)]).toEqual([place.point, null, "SIGKILL"]);
    await checkWhole(place, world);
    // Whoever shows it was told by the commit itself, so that there is nothing between the two to die in.
    await listener.query("select 1");
    const stored = await countRows("approvals", world.made);
    expect([stored === 0 || heard > 0, (await countRows("changes", world.made)) >= stored]).toEqual([
      true,
      true,
    ]);
    await letTimePass();
    const next = await startWorker();
    await expect.poll(() => isDone(place, world), { timeout: 60_000, interval: 20 }).toBe(true);
    await checkWhole(place, world);
    expect([...(await toldOf(world.made)).keys()].toSorted()).toEqual(world.ids.toSorted());
    next.child.kill("SIGKILL");
    await next.gone;
  } finally {
    await listener.end();
    await world.upstream.stop();
    await database.pool.query("update connections set state = 'disconnected' where id = $1", [
      world.made.connectionId,
    ]);
    await database.pool.query("delete from leases");
  }
}

// A moment that nobody chose proves something only when there are many of them.
const chosen = PLACES.filter(({ point }) => (only === "" ? point !== "any moment" : point === only));

it.each(chosen)(
  "dies at $point, reading the $at, and nothing is lost or doubled",
  async (place) => {
    for (let count = 0; count < rounds; count += 1)
      await round(place, count + Number(process.env.KILL_POINT_FROM ?? 0));
  },
  60_000 + rounds * 20_000,
);
