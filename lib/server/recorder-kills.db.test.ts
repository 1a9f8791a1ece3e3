import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat, symlink } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { listUnanswered } from "@/lib/services/asks/list";
import { noteAbandoned } from "@/lib/services/asks/note-abandoned";
import { useTestDatabase } from "@/lib/testing/database";
import { connectSandbox } from "@/lib/testing/factories/connect-sandbox";
import { type MadeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { type SandboxAccount, useSandbox } from "@/lib/testing/sandbox";

// The web is struck down at one place after the other while agents ask. Whatever OpenTrain got is known
// afterwards, nothing that was promised is lost, nothing is there twice, and nothing was sent twice.

type Place = {
  point: string;
  /** The database goes away before the agents ask. */
  isAway?: true;
  /** And is back while it dies: it was catching up. */
  comesBack?: true;
  spoolBytes?: number;
  /** The longest it may take to pass the point. */
  most: number;
};

const PLACES: Place[] = [
  { point: "ask-before-commit", most: 6 },
  { point: "ask-committed", most: 6 },
  { point: "answer-seen", most: 6 },
  { point: "answer-before-commit", most: 6 },
  { point: "answer-committed", most: 6 },
  { point: "settling-before-commit", most: 6 },
  { point: "settling-committed", most: 6 },
  { point: "spool-before-fsync", isAway: true, most: 2 },
  { point: "spool-after-fsync", isAway: true, most: 2 },
  { point: "spool-record-stored", isAway: true, comesBack: true, most: 12 },
  { point: "spool-record-drained", isAway: true, comesBack: true, most: 12 },
  { point: "spool-before-emptied", isAway: true, comesBack: true, most: 1 },
  { point: "gap-before-written", isAway: true, comesBack: true, spoolBytes: 2_500, most: 1 },
  { point: "any moment", most: 1 },
  { point: "any moment", isAway: true, most: 1 },
];

const rounds = Number(process.env.KILL_POINT_ROUNDS ?? 1);
const only = process.env.KILL_POINT ?? "";
const asksARound = 6;

const database = useTestDatabase();
const sandbox = useSandbox();
let way: Server;
let isCut = false;
let folder = "";
let bundle = "";
let account: SandboxAccount;
let made: MadeWorkspace;
let databaseUrl = "";
let proposals: string[] = [];
let amount = 100;
const sockets = new Set<Socket>();
const children = new Set<ChildProcess>();
let loaded: ChildProcess | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kills-"));
  bundle = join(folder, "agent-web.mjs");
  await build({
    entryPoints: [resolve("lib/server/testing/agent-web.ts")],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    alias: { "@": resolve(".") },
  });
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  const socketDir = new URLSearchParams(database.url.split("?")[1]).get("host") ?? "";
  way = createServer((from) => {
    if (isCut) return void from.destroy();
    const to = connect(join(socketDir, ".s.PGSQL.5432"));
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to).pipe(from);
  });
  await new Promise<void>((done) => way.listen(0, "127.0.0.1", done));
  const { port } = way.address() as AddressInfo;
  databaseUrl = database.url.replace(/@\/([^?]*)\?.*$/, `@127.0.0.1:${port}/$1`);
  account = await sandbox.account({ scenario: "empty", card: true, claimed: true });
  proposals = await stillToHire();
  made = await connectSandbox(database.db, sandbox.origin, account);
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => way.close(done));
  await rm(folder, { recursive: true, force: true });
});

async function stillToHire(): Promise<string[]> {
  const told = account.ids.proposals.map(async (id) => {
    const path = `/proposals/${id}/hire`;
    const body = { milestone: { name: "First", amount: 1 }, confirmNotFitOverride: true };
    const asked = sandbox.call(account.tokens.agent, "POST", path, body);
    return asked.then(
      () => id,
      () => [],
    );
  });
  return (await Promise.all(told)).flat();
}

function cut(): void {
  isCut = true;
  for (const socket of sockets) socket.destroy();
}

type Running = { child: ChildProcess; port: number; gone: Promise<unknown> };

/** One that has loaded everything; the next is loaded while this one is at work. */
function load(): ChildProcess {
  const child = spawn(process.execPath, [bundle], {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  children.add(child);
  return child;
}

async function startWeb(more: Record<string, string> = {}): Promise<Running> {
  const child = loaded ?? load();
  loaded = load();
  const gone = once(child, "exit").finally(() => children.delete(child));
  child.send({
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    ENCRYPTION_KEYS: testKeys,
    OPENTRAIN_API_BASE_URL: sandbox.origin,
    ...more,
  });
  const [message] = (await Promise.race([once(child, "message"), gone])) as [{ port?: number }];
  if (typeof message?.port !== "number") throw new Error("the web did not start");
  return { child, port: message.port, gone };
}

/** `id` when the agent has its answer; `kept` as that said. */
type Asked = { amount: number; proposal: string; id: string | null; kept: string | null };

async function ask({ port }: Running, asked: Asked): Promise<Asked> {
  const milestone = { name: `For ${asked.amount}`, amount: asked.amount };
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/public/v1/proposals/${asked.proposal}/hire`, {
      method: "POST",
      headers: {
        host: `127.0.0.1:${port}`,
        authorization: `Bearer ${account.tokens.agent}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ milestone, confirmNotFitOverride: true }),
    });
    const { approval } = (await answer.json()) as { approval?: { id: string } };
    return { ...asked, id: approval?.id ?? null, kept: answer.headers.get("x-countersign-state") };
  } catch {
    return asked;
  }
}

/** A web that has not seen the database yet knows nobody, and lets nobody pass. */
async function isKnown({ port }: Running): Promise<void> {
  const headers = { authorization: `Bearer ${account.tokens.agent}` };
  const answer = await fetch(`http://127.0.0.1:${port}/api/public/v1/contracts`, { headers });
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
}

function newAsks(): Asked[] {
  return Array.from({ length: asksARound }, () => {
    amount += 1;
    return { amount, proposal: proposals[amount % proposals.length] ?? "", id: null, kept: null };
  });
}

async function round(place: Place, count: number): Promise<void> {
  const nth = 1 + (count % place.most);
  const isTimed = place.point === "any moment";
  const env = {
    ...(isTimed ? {} : { COUNTERSIGN_FAILPOINT: `${place.point}:${nth}` }),
    ...(place.spoolBytes ? { SPOOL_BYTES: String(place.spoolBytes) } : {}),
  };
  const web = await startWeb(env);
  await vi.waitFor(() => isKnown(web), { timeout: 10_000 });
  if (place.isAway) cut();
  const asks = newAsks();
  const asking = Promise.all(asks.map((one) => ask(web, one)));
  if (isTimed) setTimeout(() => web.child.kill("SIGKILL"), (count * 7) % 60);
  if (place.comesBack) {
    await asking;
    isCut = false;
  }
  const late = wait(15_000).then(() => [null, "never passed there"]);
  const [code, signal] = (await Promise.race([web.gone, late])) as [number | null, string | null];
  expect([place.point, code, signal]).toEqual([place.point, null, "SIGKILL"]);
  isCut = false;
  await check(place, await asking);
}

async function check(place: Place, asked: Asked[]): Promise<void> {
  const what = (text: string) => `${place.point}: ${text}`;
  const next = await startWeb();
  await vi.waitFor(() => isKnown(next), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await spooled()).toEqual([]), { timeout: 15_000 });
  await noteAbandoned(database.db, () => new Date(Date.now() + 2_000));
  const sent = await sentAmounts();
  for (const { amount: wanted, id, kept } of asked) {
    const times = sent.filter((one) => one === wanted).length;
    expect(times, what("sent to OpenTrain more than once")).toBeLessThanOrEqual(1);
    const isLost = kept === "not-stored";
    if (id !== null && !isLost)
      expect(await recordedOf(id), what("promised and lost")).toEqual([wanted * 100]);
    if (times === 1 && !isLost) {
      const states = await statesOf(wanted);
      // Its answer was seen, or it is shown as one whose answer nobody saw.
      expect(["accepted", "answered", "unknown"], what("asked, and nobody knows of it")).toContain(states[0]);
      expect(states.length, what("there twice")).toBe(1);
    }
  }
  if (asked.some(({ kept }) => kept === "not-stored")) {
    await vi.waitFor(async () =>
      expect(await gaps(), what("not stored, and no gap says so")).toBeGreaterThan(0),
    );
  }
  const again = await Promise.all(asked.filter(({ id }) => id === null).map((one) => ask(next, one)));
  for (const { id, kept } of again)
    expect([kept, id !== null], what("asked again")).toEqual(["stored", true]);
  await vi.waitFor(async () => expect(await noted(), what("noted and not settled")).toBe(0), {
    timeout: 10_000,
  });
  const { unanswered } = await listUnanswered({ ctx: made.as("owner") });
  // One whose answer could be kept nowhere stays as what it is: nobody here saw it.
  const heard = asked.filter(({ kept }) => kept !== "not-stored");
  const mine = new Set(heard.map(({ amount: one }) => one * 100));
  const open = unanswered.filter(
    ({ state, terms }) => state === "unknown" && mine.has(terms?.amountCents ?? 0),
  );
  expect(open, what("still without an answer")).toEqual([]);
  const { rows } = await database.pool.query(
    "select subject_id from events where kind = 'listed' group by workspace_id, subject_id having count(*) > 1",
  );
  expect(rows, what("listed twice")).toEqual([]);
  next.child.kill("SIGKILL");
  await next.gone;
}

/** Files that still hold a record, whoever is at them. */
async function spooled(): Promise<string[]> {
  const spool = join(folder, "spool");
  const names = (await readdir(spool)).filter((name) => name.endsWith(".spool"));
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(spool, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return names.filter((_, index) => sizes[index] !== 0);
}

async function sentAmounts(): Promise<number[]> {
  const { calls } = await sandbox.door<{
    calls: { method: string; path: string; body: { milestone?: { amount?: number } } | null }[];
  }>("GET", `/calls?accountId=${account.accountId}`);
  return calls.flatMap(({ method, body }) => (method === "POST" ? (body?.milestone?.amount ?? []) : []));
}

async function recordedOf(id: string): Promise<number[]> {
  const { rows } = await database.pool.query<{ cents: number }>(
    "select (recorded_terms ->> 'amountCents')::int as cents from approvals where workspace_id = $1 and id = $2",
    [made.workspaceId, id],
  );
  return rows.map(({ cents }) => cents);
}

async function statesOf(wanted: number): Promise<string[]> {
  const { rows } = await database.pool.query<{ state: string }>(
    "select state from asks where workspace_id = $1 and (terms ->> 'amountCents')::int = $2",
    [made.workspaceId, wanted * 100],
  );
  return rows.map(({ state }) => state);
}

async function noted(): Promise<number> {
  const { rows } = await database.pool.query("select 1 from asks where answer is not null");
  return rows.length;
}

async function gaps(): Promise<number> {
  const { rows } = await database.pool.query("select 1 from watch_gaps where workspace_id = $1", [
    made.workspaceId,
  ]);
  return rows.length;
}

it.each(PLACES.filter(({ point }) => point.includes(only)))(
  "dies at $point (database away: $isAway) and nothing is lost, doubled or sent twice",
  async (place) => {
    for (let count = 0; count < rounds; count++) {
      await round(place, count + Number(process.env.KILL_POINT_FROM ?? 0));
      await sandbox.door("DELETE", `/calls?accountId=${account.accountId}`);
    }
  },
  60_000 + rounds * 20_000,
);
