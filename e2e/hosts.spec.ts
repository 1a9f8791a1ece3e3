import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type OwnPostgres, startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { Agent, unique } from "./fixtures/agent";
import { EventStream } from "./fixtures/event-stream";
import { Human } from "./fixtures/human";
import { csrfToken, InboxApi, signIn } from "./fixtures/inbox-api";
import { keepHandingOver, keepRecording } from "./fixtures/keep-asking";
import { keepListening } from "./fixtures/keep-listening";
import { expect, test } from "./fixtures/test";
import { makeScratchFolder } from "./stack/folders";
import { findFreePort } from "./stack/free-port";
import { type InboxProcess, runToItsEnd, startInboxProcess } from "./stack/inbox-process";
import { callDoor } from "./stack/sandbox-door";
import { startUpstream, type Tokens, type Upstream } from "./stack/sandbox-process";
import type { Stack } from "./stack/start-stack";

// Two webs and two workers on one PostgreSQL of somebody else's, each with a folder of its own.
test.describe.configure({ mode: "serial" });

const fresh = () => randomBytes(32).toString("base64url");
const keys = { AUTH_SECRET: fresh(), ENCRYPTION_KEYS: fresh() };
const owner = { email: "owner@example.com", password: "a long enough pass phrase" };
const captureKey = "capture-key-for-several-hosts-0123456789";
const feedDelayMs = 600;

type Host = { web: string | null; process: InboxProcess; startAgain: () => Promise<void> };
let postgres: OwnPostgres;
let upstream: Upstream;
let stack: Stack;
let hosts: { webs: [Host, Host]; workers: [Host, Host] };
let shared: Record<string, string>;
const folders: string[] = [];

async function start(role: "web" | "worker"): Promise<Host> {
  const { folder, dataDir } = makeScratchFolder(`${role}-of-several`);
  folders.push(folder);
  const port = await findFreePort();
  const web = role === "web" ? `http://localhost:${port}` : null;
  const env = { ...shared, ...keys, ROLE: role, PORT: String(port), DATA_DIR: dataDir };
  const begin = () => startInboxProcess({ web, env, logFile: join(folder, "start.log") });
  const host: Host = {
    web,
    process: await begin(),
    async startAgain() {
      await host.process.terminate();
      host.process = await begin();
    },
  };
  return host;
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const { folder, dataDir } = makeScratchFolder("several");
  folders.push(folder);
  postgres = await startOwnPostgres();
  const sandboxPort = await findFreePort();
  const sandbox = `http://localhost:${sandboxPort}`;
  upstream = await startUpstream(join(folder, "elsewhere"), sandboxPort);
  const account = await callDoor<{ accountId: string; tokens: Tokens }>(sandbox, "POST", "/accounts", {
    scenario: "empty",
  });
  shared = {
    ENV_FILE: "none",
    DATABASE_URL: postgres.url,
    DATABASE_MIGRATE_URL: postgres.ownerUrl,
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    CAPTURE_KEY: captureKey,
    OPENTRAIN_API_BASE_URL: sandbox,
    OPENTRAIN_API_TOKEN: account.tokens.owner,
    SYNC_INTERVAL_MS: "200",
    SANDBOX: "off",
  };
  // All four at once on a database nobody has used yet.
  const [webA, webB, workerA, workerB] = await Promise.all([
    start("web"),
    start("web"),
    start("worker"),
    start("worker"),
  ]);
  hosts = { webs: [webA, webB], workers: [workerA, workerB] };
  const web = webA.web ?? "";
  stack = {
    name: "hosts",
    web,
    real: null,
    sandbox,
    ...account,
    captureKey,
    owner,
    setupLink: null,
    folder,
    dataDir,
  };
});

test.afterAll(async () => {
  for (const { process } of [...hosts.webs, ...hosts.workers]) await process.terminate();
  await upstream.stop();
  await postgres.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("a session and a request of one web are there on the other", async () => {
  const [a, b] = hosts.webs;
  const inbox = await InboxApi.signedIn(stack);
  const agent = new Agent(stack);
  const there = await (await EventStream.of(inbox, b.web ?? "")).open();
  const asked = await agent.fund((await agent.newMilestone(unique("Seen on both"), 44)).id);
  expect((await agent.tell(asked)).status).toBe(202);
  await expect.poll(() => there.idsOf("approval")).toContain(asked.id);
  // A cookie belongs to a host name, whatever the port.
  expect((await inbox.http.get(`${b.web}/api/approvals/${asked.id}`)).status()).toBe(200);
  await inbox.http.post(`${b.web}/api/auth/signout`, {
    form: { csrfToken: await csrfToken(inbox.http, b.web ?? ""), json: "true" },
  });
  expect((await inbox.http.get(`${a.web}/api/summary`)).status()).toBe(401);
  await expect.poll(() => there.isOpen).toBe(false);
  await inbox.close();
});

test("one round of sync at a time, however many workers", async () => {
  const human = new Human(stack);
  const feed = "/api/public/v1/updates";
  await human.break({ match: { method: "GET", path: feed }, kind: "delay", ms: feedDelayMs, times: 8 });
  await callDoor(stack.sandbox, "DELETE", `/calls?accountId=${stack.accountId}`);
  const rounds = async () => {
    const { calls } = await callDoor<{ calls: { at: string; path: string }[] }>(
      stack.sandbox,
      "GET",
      `/calls?accountId=${stack.accountId}`,
    );
    return calls.filter(({ path }) => path.startsWith(feed)).map(({ at }) => Date.parse(at));
  };
  await expect.poll(async () => (await rounds()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(6);
  const begun = (await rounds()).slice(0, 6);
  const pauses = begun.slice(1).map((at, index) => at - (begun[index] ?? 0));
  // A second one beside it would have begun before the delayed answer to the first.
  for (const pause of pauses) expect(pause, pauses.join(", ")).toBeGreaterThanOrEqual(feedDelayMs);
  await human.mend();
});

test("a host with other keys is refused, each by its name and none by its value", async () => {
  const { folder, dataDir } = makeScratchFolder("stranger");
  folders.push(folder);
  const env = { ...shared, ROLE: "worker", DATA_DIR: dataDir };
  const without = await runToItsEnd(env);
  expect(without.code).toBe(1);
  expect(without.output).toMatch(/^ {2}ENCRYPTION_KEYS +does not fit this database/m);
  expect(without.output).toMatch(/^ {2}AUTH_SECRET +is not the one/m);
  const other = fresh();
  const wrong = await runToItsEnd({ ...env, ...keys, AUTH_SECRET: other });
  expect(wrong.code).toBe(1);
  expect(wrong.output).toMatch(/^ {2}AUTH_SECRET +is not the one/m);
  expect(wrong.output).not.toContain("ENCRYPTION_KEYS");
  for (const secret of [other, ...Object.values(keys)]) expect(wrong.output).not.toContain(secret);
});

test("one host after the other is started again while agents ask", async () => {
  test.setTimeout(120_000);
  const { webs, workers } = hosts;
  const addresses = webs.map(({ web }) => web ?? "");
  const inbox = await InboxApi.signedIn(stack);
  const human = new Human(stack);
  const before = new Set((await human.truth()).approvals.map(({ id }) => id));
  const stream = await EventStream.of(inbox);
  const listening = keepListening(stream, addresses);
  await expect.poll(() => stream.lastId).not.toBeNull();
  // No faster than pages are told: what agents ask for and people decide takes its turns at OpenTrain too.
  const decide = async ({ id }: { id: string }) => {
    await listening.told(id);
    await human.confirm(id);
  };
  const agents = [
    keepHandingOver(stack, addresses, decide),
    keepRecording(stack, addresses.toReversed(), decide),
  ];
  for (const at of [0, 1] as const) {
    await Promise.all([webs[at].startAgain(), workers[at].startAgain()]);
  }
  for (const agent of agents) await agent.stop();
  for (const { asked } of agents) expect(asked.length).toBeGreaterThan(5);

  // All that OpenTrain knows of, whether or not somebody heard its answer.
  const asked = (await human.truth()).approvals.flatMap(({ id }) => (before.has(id) ? [] : id));
  expect(asked.toSorted()).toEqual(agents.flatMap((agent) => agent.asked.map(({ id }) => id)).toSorted());
  const unsettled = async () => {
    const phases = await Promise.all(asked.map(async (id) => [id, await inbox.phaseOf(id)]));
    return phases.filter(([, phase]) => phase !== "confirmed");
  };
  await expect.poll(unsettled, { timeout: 45_000 }).toEqual([]);
  await expect.poll(() => asked.filter((id) => !stream.idsOf("approval").includes(id))).toEqual([]);
  expect(stream.idsOf("approval")).not.toContain(null);
  for (const id of asked) {
    // What lies around it may become known bit by bit; the same is told once.
    const told = (await inbox.approval(id)).history.map(({ kind, text }) => `${kind}: ${text}`);
    expect(told.toSorted(), id).toEqual([...new Set(told)].toSorted());
    const ends = told.filter((one) => one.startsWith("confirmed: "));
    expect(ends, id).toHaveLength(1);
  }
  const { unanswered } = await inbox.get<{ unanswered: unknown[] }>("/api/unanswered");
  expect(unanswered).toEqual([]);
  await listening.stop();
  await inbox.close();
});

test("one web and one worker are killed, and the rest goes on", async () => {
  const [a, b] = hosts.webs;
  const inbox = await InboxApi.signedIn(stack);
  const listening = await (await EventStream.of(inbox, a.web ?? "")).open();
  await Promise.all([a.process.kill(), hosts.workers[0].process.kill()]);
  const rest = { ...stack, web: b.web ?? "" };
  const [agent, human] = [new Agent(rest), new Human(rest)];
  const asked = await agent.fund((await agent.newMilestone(unique("After the blow"), 45)).id);
  expect(await agent.tell(asked)).toMatchObject({ status: 202, body: { url: expect.any(String) } });
  await human.confirm(asked.id);
  const phase = async () => {
    const answer = await inbox.http.get(`${rest.web}/api/approvals/${asked.id}`);
    return answer.ok() ? ((await answer.json()) as { approval: { phase: string } }).approval.phase : null;
  };
  await expect.poll(phase, { timeout: 30_000 }).toBe("confirmed");
  await expect.poll(() => listening.isOpen).toBe(false);
  // On the other web, from where the one that died had come to.
  await listening.open(b.web ?? "");
  await expect.poll(() => listening.idsOf("approval")).toContain(asked.id);
  expect(listening.idsOf("approval")).not.toContain(null);
  listening.close();
  await inbox.close();
  await Promise.all([a.startAgain(), hosts.workers[0].startAgain()]);
});

// The last: this machine's address has to wait after it.
test("wrong passwords count on both webs together", async () => {
  const api = await InboxApi.open(stack);
  const [a, b] = hosts.webs.map(({ web }) => web ?? "");
  const guess = async (web = "") =>
    (await signIn(api.http, web, { ...owner, password: "no pass phrase" })).status();
  for (let turn = 0; turn < 5; turn += 1) {
    expect(await guess(a)).toBe(401);
    expect(await guess(b)).toBe(401);
  }
  expect(await guess(a)).toBe(429);
  expect(await guess(b)).toBe(429);
  await api.close();
});
