import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaints } from "./testing/complaints";
import { liveThrough } from "./testing/live-through";
import type { Memory } from "./testing/memory";
import { bundleSandbox, killProcess, spawnSandbox, startProcess } from "./testing/real-process";
import { openReceiver } from "./testing/receiver";

let dir: string;
let bundle: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "failpoints-"));
  bundle = await bundleSandbox(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Every place at which a process can go, each with other kinds of records in the line at hand. */
const AT_WORK = [
  "before-line@webhooks",
  "torn-line@deliveries:2",
  "after-write@approvals:3",
  "after-fsync@contracts:2",
  "disk-full@ledger:3",
  "after-write@deliveries:3",
  "torn-line@topUps:2",
  "after-fsync@tokens",
  "snapshot-before-rename:2",
  "snapshot-after-rename:2",
];

const AT_START = ["snapshot-before-rename", "snapshot-after-rename"];

test("wherever it dies, the next one keeps every answer, whole steps and each event id once", async () => {
  const data = join(dir, "data");
  const receiver = await openReceiver();
  const memory: Memory = { accounts: [], received: receiver.received, events: new Map(), spelling: "PAID" };
  for (const failpoint of AT_WORK) {
    const sandbox = await startProcess(bundle, data, {
      SANDBOX_FAILPOINT: failpoint,
      SANDBOX_ROTATE_AT_BYTES: "20000",
    });
    const gone = once(sandbox.child, "exit");
    // What was left to deliver goes out at once, and may be what it dies of.
    const wrong = await complaints(sandbox, memory).catch(() => []);
    expect([failpoint, wrong]).toEqual([failpoint, []]);
    await expect(liveThrough(sandbox, memory, receiver.url), failpoint).rejects.toThrow();
    const disk = failpoint.startsWith("disk-full");
    expect([failpoint, await gone]).toEqual([failpoint, disk ? [1, null] : [null, "SIGKILL"]]);
  }
  for (const failpoint of AT_START) {
    const child = spawnSandbox(bundle, data, { SANDBOX_FAILPOINT: failpoint });
    expect([failpoint, await once(child, "exit")]).toEqual([failpoint, [null, "SIGKILL"]]);
  }
  const last = await startProcess(bundle, data);
  expect(await complaints(last, memory)).toEqual([]);
  await liveThrough(last, memory, receiver.url);
  expect(await complaints(last, memory)).toEqual([]);
  expect(await killProcess(last, "SIGTERM")).toBe(0);
  receiver.close();
}, 60_000);
