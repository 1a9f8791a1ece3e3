import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleSandbox, callProcess, killProcess, type Started, startProcess } from "./testing/real-process";

type Event = { id: string; type: string; data: { approvalId?: string } };

let dir: string;
let bundle: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "kill-"));
  bundle = await bundleSandbox(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const start = (data: string) => startProcess(bundle, data);
const kill = killProcess;
const call = callProcess;

async function readFeed(sandbox: Started): Promise<Event[]> {
  const events: Event[] = [];
  for (let cursor = "0", more = true; more; ) {
    const path = `/updates?limit=200&cursor=${cursor}`;
    const { body } = await call<{ events: Event[]; nextCursor: string; hasMore: boolean }>(
      sandbox,
      sandbox.tokens.owner,
      "GET",
      path,
    );
    events.push(...body.events);
    cursor = body.nextCursor;
    more = body.hasMore;
  }
  return events;
}

/** Changes the world as fast as it can from several sides until the process is gone. */
async function load(sandbox: Started, contractId: string, turn: number, onAnswer: (id: string) => void) {
  const worker = async (name: string) => {
    for (let round = 0; ; round++) {
      const heard = await call<{ milestone: { id: string } }>(
        sandbox,
        sandbox.tokens.agent,
        "POST",
        `/contracts/${contractId}/milestones`,
        { name: `${turn}-${name}-${round}`, description: "load", amountUsd: 1 },
      ).catch(() => undefined);
      if (heard?.status !== 201) return;
      onAnswer(heard.body.milestone.id);
    }
  };
  await Promise.all(["a", "b", "c", "d"].map(worker));
}

test("killed in the middle of its work, again and again, it keeps all it has answered", async () => {
  const data = join(dir, "killed");
  let sandbox = await start(data);
  const { tokens, accountId } = sandbox;
  type Contracts = { contracts: { id: string; title: string; milestones: { id: string; name: string }[] }[] };
  const read = async () => {
    const { body } = await call<Contracts>(sandbox, tokens.owner, "GET", "/contracts");
    const found = body.contracts.find(({ title }) => title === "Street signs Contract");
    if (!found) throw new Error("The demo has this contract");
    return found;
  };
  const contractId = (await read()).id;
  const acknowledged: string[] = [];
  let lastSeen = 0;
  for (const killAfter of [25, 60, 40]) {
    const target = acknowledged.length + killAfter;
    let dead: Promise<unknown> | undefined;
    await load(sandbox, contractId, killAfter, (id) => {
      acknowledged.push(id);
      if (acknowledged.length >= target) dead ??= kill(sandbox, "SIGKILL");
    });
    await dead;
    sandbox = await start(data);
    expect(sandbox).toMatchObject({ tokens, accountId });

    const { milestones } = await read();
    const ids = milestones.map(({ id }) => id);
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    const names = milestones.map(({ name }) => name);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(names).size).toBe(names.length);

    const events = (await readFeed(sandbox)).map(({ id }) => Number(id));
    expect(events).toEqual(events.toSorted((a, b) => a - b));
    expect(new Set(events).size).toBe(events.length);
    const newest = events.at(-1) ?? 0;
    expect(newest).toBeGreaterThan(lastSeen);
    lastSeen = newest;
  }
  expect(await kill(sandbox, "SIGTERM")).toBe(0);
}, 30_000);

test("clocks and settled requests are there after a kill, and a lapse noticed stays noticed", async () => {
  const data = join(dir, "clock");
  let sandbox = await start(data);
  const door = (path: string, body: object) =>
    fetch(`http://127.0.0.1:${sandbox.port}/_sandbox${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const { accountId, tokens } = sandbox;
  const clock = await door("/clock", { accountId, advanceMs: 100 * 3_600_000 });
  const { now } = (await clock.json()) as { now: string };
  const truth = await fetch(`http://127.0.0.1:${sandbox.port}/_sandbox/truth?accountId=${accountId}`);
  const { approvals } = (await truth.json()) as { approvals: { id: string; status: string }[] };
  const id = approvals.find(({ status }) => status === "pending")?.id ?? "";
  type Read = { approval: { status: string; resolvedAt: string } };
  const first = await call<Read>(sandbox, tokens.owner, "GET", `/approvals/${id}`);
  expect(first.body.approval.status).toBe("expired");
  await kill(sandbox, "SIGKILL");
  sandbox = await start(data);
  const second = await call<Read>(sandbox, tokens.owner, "GET", `/approvals/${id}`);
  const { status, resolvedAt } = first.body.approval;
  expect(second.body.approval).toMatchObject({ status, resolvedAt });
  const again = await door("/clock", { accountId, advanceMs: 0 });
  expect(Date.parse(((await again.json()) as { now: string }).now)).toBeGreaterThanOrEqual(Date.parse(now));
  const told = (await readFeed(sandbox)).filter(({ data: told }) => told.approvalId === id);
  expect(told).toHaveLength(1);
  await kill(sandbox, "SIGTERM");
}, 30_000);

test("it goes when the process that started it goes, and a second one on its folder is refused", async () => {
  const data = join(dir, "twice");
  const sandbox = await start(data);
  const second = spawn(process.execPath, [bundle], {
    env: { ...process.env, DATA_DIR: data, SANDBOX_PORT: "0", SANDBOX_AGENT: "off" },
    stdio: ["ignore", "inherit", "pipe"],
  });
  let output = "";
  second.stderr?.on("data", (chunk) => {
    output += String(chunk);
  });
  const [code] = (await once(second, "close")) as [number];
  expect(code).toBe(1);
  expect(output).toMatch(/is in use by process \d+\. Stop that one, or choose another folder/);
  const gone = once(sandbox.child, "exit");
  sandbox.child.disconnect();
  expect(await gone).toEqual([0, null]);
}, 30_000);
