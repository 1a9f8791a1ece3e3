import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { createDb, createPool } from "@/lib/store/pool";
import { makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { type OwnPostgres, startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const bundle = `dist/worker-for-tests-${process.pid}.mjs`;
const upstream = useTinyUpstream();
const soon = { timeout: 20_000, interval: 50 };
let postgres: OwnPostgres;
let pool: pg.Pool;
const started: ChildProcess[] = [];

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

afterEach(() => {
  upstream.heal();
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

afterAll(async () => {
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
      LOG_LEVEL: "warn",
    },
  });
  started.push(child);
  const [message] = await once(child, "message");
  expect(message).toEqual({ type: "ready" });
  return child;
}

async function waiting() {
  const made = await makeWorkspace(createDb(pool), { origin: upstream.origin });
  const wire = wireApproval(upstream.origin);
  upstream.approvals.set(wire.id, wire);
  const input = { id: wire.id, told: null, request: null, agent: null, way: "capture" as const };
  expect((await captureApproval({ ctx: made.agent(), input })).state).toBe("listed");
  const standing = async () => {
    const found = await getApproval({ ctx: made.as("owner"), input: { id: wire.id } }).catch(() => null);
    return found?.approval.standing ?? null;
  };
  return { wire, standing };
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function exitOf(child: ChildProcess, ask: () => void): Promise<{ code: number | null; ms: number }> {
  const start = performance.now();
  const exit = once(child, "exit");
  ask();
  const [code] = await exit;
  return { code: code as number | null, ms: performance.now() - start };
}

describe("the worker's process", () => {
  it("survives the loss of every connection to the database, again and again", async () => {
    const { wire, standing } = await waiting();
    const child = await startWorker();
    const killer = new pg.Client({ connectionString: postgres.superuserUrl });
    await killer.connect();
    for (let times = 0; times < 15; times++) {
      await killer.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and application_name like 'countersign%'",
        [postgres.appRole],
      );
      await killer.query("select pg_sleep($1)", [0.05]);
    }
    await killer.end();
    upstream.settle(wire.id, { status: "expired" });
    await expect.poll(standing, soon).toBe("lapsed");
    expect(isAlive(child)).toBe(true);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "leaves within 4 s of %s, even while OpenTrain says nothing",
    async (signal) => {
      await waiting();
      const child = await startWorker();
      upstream.calls = [];
      upstream.fail(/updates/, "hang");
      await expect.poll(() => upstream.calls.includes("/updates"), soon).toBe(true);
      const { code, ms } = await exitOf(child, () => child.kill(signal));
      expect(code).toBe(0);
      expect(ms).toBeLessThan(4_000);
    },
  );

  it("leaves when its parent is gone, and goes on where a killed one stopped", async () => {
    const { wire, standing } = await waiting();
    const first = await startWorker();
    upstream.calls = [];
    upstream.fail(/updates/, "hang");
    await expect.poll(() => upstream.calls.includes("/updates"), soon).toBe(true);
    await exitOf(first, () => first.kill("SIGKILL"));
    upstream.heal();
    upstream.settle(wire.id, { status: "declined" });
    const second = await startWorker();
    await expect.poll(standing, soon).toBe("declined");
    const { code, ms } = await exitOf(second, () => second.disconnect());
    expect(code).toBe(0);
    expect(ms).toBeLessThan(4_000);
  });
});
