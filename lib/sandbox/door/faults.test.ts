import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnvironment } from "../environment";
import { type Running, startSandbox } from "../start";

let dir: string;
let running: Running;
let base: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "faults-"));
  const environment = readEnvironment({ NODE_ENV: "test", DATA_DIR: dir, SANDBOX_PORT: "0" });
  const quiet = () => undefined;
  running = await startSandbox(environment, quiet, quiet);
  base = `http://127.0.0.1:${running.port}`;
});
afterAll(async () => {
  await running.stop();
  await rm(dir, { recursive: true, force: true });
});

const post = (path: string, body: object) =>
  fetch(`${base}/_sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function spoilNext(path: string, kind: string, more: object = {}): Promise<void> {
  const { accountId } = running;
  const made = await post("/faults", { accountId, match: { path }, kind, times: 1, ...more });
  expect(made.status).toBe(200);
}

const read = (path: string, init: RequestInit = {}) =>
  fetch(`${base}/api/public/v1${path}`, {
    headers: { authorization: `Bearer ${running.tokens.owner}` },
    ...init,
  });

const calls = async () => {
  const heard = await fetch(`${base}/_sandbox/calls?accountId=${running.accountId}`);
  return ((await heard.json()) as { calls: { path: string; status: number }[] }).calls;
};

test("a cut-off answer promises more than comes", async () => {
  await spoilNext("/credits$", "truncate");
  const heard = await read("/credits");
  expect(heard.status).toBe(200);
  expect(Number(heard.headers.get("content-length"))).toBeGreaterThan(100);
  await expect(heard.text()).rejects.toThrow("terminated");
  expect((await calls()).at(-1)).toMatchObject({ status: 0 });
  expect((await read("/credits")).status).toBe(200);
});

test("any fault can come late, and a page in its place can say when to come again", async () => {
  await spoilNext("/credits$", "html", { status: 503, retryAfter: 3, ms: 1 });
  const heard = await read("/credits");
  expect([heard.status, heard.headers.get("retry-after")]).toEqual([503, "3"]);
  await spoilNext("/credits$", "truncate", { status: 206, ms: 1 });
  expect((await read("/credits")).status).toBe(206);
});

test("a redirect leads to another origin that would know of it", async () => {
  await spoilNext("/credits$", "redirect");
  const heard = await read("/credits", { redirect: "manual" });
  expect(heard.status).toBe(302);
  expect(heard.headers.get("location")).toBe(`http://localhost:${running.port}/api/public/v1/credits`);
  await spoilNext("/credits$", "redirect", { status: 307, location: "https://elsewhere.example/" });
  const other = await read("/credits", { redirect: "manual" });
  expect([other.status, other.headers.get("location")]).toEqual([307, "https://elsewhere.example/"]);
});

test("a huge answer is sound, only far too long", { timeout: 30_000 }, async () => {
  await spoilNext("/credits$", "huge");
  const heard = await read("/credits");
  const reader = heard.body?.getReader();
  let bytes = 0;
  let start = "";
  for (let more = true; more; ) {
    const chunk = await reader?.read();
    if (bytes === 0) start = Buffer.from(chunk?.value ?? []).toString("utf8", 0, 20);
    bytes += chunk?.value?.length ?? 0;
    more = chunk?.done === false;
  }
  expect(bytes).toBeGreaterThan(32 * 1024 * 1024);
  expect(start).toMatch(/^\{"padding":"/);
});

test("an answer is rewritten in place, for this account alone", async () => {
  await spoilNext("/contracts$", "rewrite", {
    set: { "$.contracts[1].milestones[1].amountUsd": 450.005, "$.contracts[1].note.from": "nobody" },
    unset: ["$.contracts[1].title"],
  });
  const other = (await (await post("/accounts", {})).json()) as { tokens: { owner: string } };
  const headers = { authorization: `Bearer ${other.tokens.owner}` };
  expect(await (await read("/contracts", { headers })).text()).not.toContain("450.005");
  type Contracts = {
    contracts: { title?: string; note?: object; milestones: { amountUsd: number }[] }[];
  };
  const [, first] = ((await (await read("/contracts")).json()) as Contracts).contracts;
  expect(first?.milestones[1]?.amountUsd).toBe(450.005);
  expect(first).toMatchObject({ note: { from: "nobody" } });
  expect(first).not.toHaveProperty("title");
  expect(await (await read("/contracts")).text()).not.toContain("450.005");
});

test("a fault that says nothing a kind would read is refused by the field", async () => {
  const field = async (body: object) => {
    const heard = await post("/faults", body);
    const { details } = (await heard.json()) as { details: { field: string } };
    return [heard.status, details.field];
  };
  const cases: [object, string][] = [
    [{}, "kind"],
    [{ kind: "explode" }, "kind"],
    [{ kind: "status", match: { paths: "/x" } }, "match.paths"],
    [{ kind: "status", match: { path: 5 } }, "match.path"],
    [{ kind: "status", match: { path: "(" } }, "match.path"],
    [{ kind: "status", match: { method: "not one" } }, "match.method"],
    [{ kind: "status", match: [] }, "match"],
    [{ kind: "status", status: 600 }, "status"],
    [{ kind: "redirect", status: 200 }, "status"],
    [{ kind: "status", times: 0 }, "times"],
    [{ kind: "status", times: 1.5 }, "times"],
    [{ kind: "delay", ms: "9" }, "ms"],
    [{ kind: "drop", location: "/" }, "location"],
    [{ kind: "status", retryAfter: -1 }, "retryAfter"],
    [{ kind: "rewrite" }, "set"],
    [{ kind: "rewrite", set: { "approval.id": 1 } }, "set.approval.id"],
    [{ kind: "rewrite", unset: "$.a" }, "unset"],
    [{ kind: "garbage", set: { "$.a": 1 } }, "set"],
  ];
  for (const [body, wanted] of cases) expect(await field(body), JSON.stringify(body)).toEqual([400, wanted]);
  expect((await post("/faults", { kind: "status", accountId: "acc_none" })).status).toBe(404);
});
