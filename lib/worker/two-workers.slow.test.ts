import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { build } from "esbuild";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEASE_MS } from "@/lib/store/hold-lease";
import { createDb, createPool } from "@/lib/store/pool";
import { makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { type OwnPostgres, startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const bundle = `dist/two-workers-${process.pid}.mjs`;
const upstream = useTinyUpstream();
const started: ChildProcess[] = [];
const takeOverMs = 30_000;
let postgres: OwnPostgres;
let pool: pg.Pool;

beforeAll(async () => {
  await build({
    entryPoints: ["lib/worker/main.ts"],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  postgres = await startOwnPostgres();
  pool = createPool(postgres.url);
});

afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await pool.end();
  await postgres.stop();
  rmSync(bundle, { force: true });
});

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [bundle], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      ENCRYPTION_KEYS: testKeys,
      SYNC_INTERVAL_MS: "100",
      LOG_LEVEL: "error",
    },
  });
  started.push(child);
  await once(child, "message");
  return child;
}

/** One more request, decided at once; the feed alone tells of it. */
function decide(): string {
  const wire = wireApproval(upstream.origin, { jobId: null, proposalId: null });
  upstream.approvals.set(wire.id, wire);
  upstream.settle(wire.id, { status: "declined" });
  return wire.id;
}

const told = async () =>
  (
    await pool.query<{ id: string; times: string }>(
      "select subject_id as id, count(*) as times from events where kind = 'declined' group by subject_id",
    )
  ).rows;

describe("two workers on one database", () => {
  it("miss nothing, do nothing twice, and go on after a death and a freeze", async () => {
    await makeWorkspace(createDb(pool), { origin: upstream.origin });
    const [first, second] = [await startWorker(), await startWorker()];
    const decided: string[] = [];
    const allTold = async () => {
      const rows = await told();
      return decided.filter((id) => !rows.some((row) => row.id === id)).length;
    };
    for (let index = 0; index < 30; index += 1) decided.push(decide());
    await expect.poll(allTold, { timeout: 20_000 }).toBe(0);

    // Whoever is in the middle of a round now says nothing any more, and its database session stays.
    upstream.calls = [];
    upstream.fail(/updates/, "hang", 1);
    await expect
      .poll(() => upstream.calls.filter((call) => call === "/updates").length, { timeout: 10_000 })
      .toBe(1);
    const sessions = async () =>
      Number(
        (
          await pool.query(
            "select count(*) from pg_stat_activity where application_name = 'countersign-worker'",
          )
        ).rows[0].count,
      );
    const before = await sessions();
    // Which of the two it is, nobody outside can tell: both are frozen, and another one takes over.
    first.kill("SIGSTOP");
    second.kill("SIGSTOP");
    decided.push(decide());
    const began = performance.now();
    const third = await startWorker();
    await expect.poll(allTold, { timeout: takeOverMs, interval: 50 }).toBe(0);
    const tookMs = performance.now() - began;
    expect(tookMs).toBeLessThan(takeOverMs);
    expect(await sessions()).toBeGreaterThanOrEqual(before);

    // They come back, and write nothing over what was done meanwhile.
    first.kill("SIGCONT");
    second.kill("SIGCONT");
    third.kill("SIGKILL");
    upstream.heal();
    for (let index = 0; index < 10; index += 1) decided.push(decide());
    await expect.poll(allTold, { timeout: takeOverMs + LEASE_MS }).toBe(0);
    expect((await told()).filter(({ times }) => times !== "1")).toEqual([]);
    const { rows } = await pool.query("select feed_cursor from connections");
    expect(rows).toEqual([{ feed_cursor: upstream.events.at(-1)?.id }]);
  });
});
