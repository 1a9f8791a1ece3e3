import { sql } from "drizzle-orm";
import type { Part } from "../stack/fork-part";
import { callDoor } from "../stack/sandbox-door";
import { measured } from "./harness/figure";
import { runBench } from "./harness/run-bench";
import { type BenchInbox, startInbox } from "./harness/start-inbox";

const samples = 20;
const pollEveryMs = 2_000;
const turnMs = 15_000;
const turnsAnHour = 3_600_000 / turnMs;
const turnsATenMinutes = 600_000 / turnMs;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for a hire and declines it, over and over on one proposal. */
function human({ sandbox, account }: BenchInbox) {
  const headers = { authorization: `Bearer ${account.tokens.agent}`, "content-type": "application/json" };
  const [proposal] = account.ids.proposals ?? [];
  const body = JSON.stringify({ milestone: { name: "Pilot", amount: 45 } });
  return async () => {
    const answer = await fetch(`${sandbox}/api/public/v1/proposals/${proposal}/hire`, {
      method: "POST",
      headers,
      body,
    });
    const { approval } = (await answer.json()) as { approval: { id: string } };
    return {
      id: approval.id,
      decline: () => callDoor(sandbox, "POST", `/approvals/${approval.id}/decline`),
    };
  };
}

/** From the human's decision to its being stored here, in milliseconds. */
async function decisionsSeen(inbox: BenchInbox, pauseMs: () => number): Promise<number[]> {
  const ask = human(inbox);
  const found: number[] = [];
  for (let index = 0; index < samples; index += 1) {
    const { id, decline } = await ask();
    await pause(pauseMs());
    const began = performance.now();
    await decline();
    for (;;) {
      const { rows } = await inbox.db.execute(
        sql`select 1 from approvals where id = ${id} and standing = 'declined'`,
      );
      if (rows.length > 0) break;
      if (performance.now() - began > 60_000) throw new Error("a decision was never seen");
      await pause(5);
    }
    found.push(performance.now() - began);
  }
  return found.sort((a, b) => a - b);
}

const p95 = (sorted: number[]) => sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;

/** Per cent of the mean that it grows in ten minutes, by least squares. */
function growth(bytes: number[]): number {
  const mean = bytes.reduce((sum, one) => sum + one, 0) / bytes.length;
  const middle = (bytes.length - 1) / 2;
  const slope =
    bytes.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0) /
    bytes.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return ((slope * turnsATenMinutes) / mean) * 100;
}

/** A process that says, whenever it is asked to, what is left of its memory after a collection. */
const telling = `
  import { setFlagsFromString } from "node:v8";
  import { runInNewContext } from "node:vm";
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  process.on("SIGUSR2", () => {
    collect();
    process.stdout.write("HEAP " + process.memoryUsage().heapUsed + "\\n");
  });`;

async function heapOf(worker: Part): Promise<number> {
  const lines = () => [...worker.log().matchAll(/^HEAP (\d+)$/gm)].map(([, bytes]) => Number(bytes));
  const before = lines().length;
  process.kill(worker.pid, "SIGUSR2");
  for (;;) {
    const now = lines();
    if (now.length > before) return now.at(-1) ?? Number.NaN;
    await pause(5);
  }
}

await runBench(async ({ figure, after, say }) => {
  const inbox = await startInbox(after);
  const { connectionId } = inbox.workspace;
  const ours = { APP_URL: inbox.web, PORT: new URL(inbox.web).port };
  const scopes = (list: string) =>
    inbox.db.execute(
      sql`update connection_tokens set scopes = string_to_array(${list}, ' ') where connection_id = ${connectionId}`,
    );

  await scopes("payments:read proposals:read jobs:read webhooks:manage");
  const told = await inbox.startWorker({ ...ours, SYNC_INTERVAL_MS: "15000" });
  for (let tries = 0; ; tries += 1) {
    const { rows } = await inbox.db.execute(sql`select 1 from webhooks where state = 'active'`);
    if (rows.length > 0) break;
    if (tries > 200) throw new Error("no webhook was made");
    await pause(50);
  }
  const byWebhook = await decisionsSeen(inbox, () => 100 + Math.random() * 400);
  figure("decided → stored here, with a webhook (p95)", p95(byWebhook), "ms", { atMost: 1_000 }, [
    measured("decisions by webhook", "ms", byWebhook),
  ]);
  await told.stop();

  await scopes("payments:read proposals:read jobs:read");
  await inbox.db.execute(sql`update webhooks set state = 'ended', sealed = null`);
  const polling = await inbox.startWorker({ ...ours, SYNC_INTERVAL_MS: String(pollEveryMs) });
  const byPolling = await decisionsSeen(inbox, () => Math.random() * pollEveryMs);
  const most = { atMost: pollEveryMs + 1_000 };
  figure(`decided → stored here, polling every ${pollEveryMs} ms (p95)`, p95(byPolling), "ms", most, [
    measured("decisions by polling", "ms", byPolling),
  ]);
  await polling.stop();

  say("an hour of feed: every 15 s a look, and a decision between any two");
  const module = `data:text/javascript,${encodeURIComponent(telling)}`;
  const worker = await inbox.startWorker({
    ...ours,
    SYNC_INTERVAL_MS: "100",
    NODE_OPTIONS: `--import=${module}`,
  });
  const ask = human(inbox);
  const lookedAt = async () => {
    const { rows } = await inbox.db.execute(
      sql`select looked_at from feeds where connection_id = ${connectionId}`,
    );
    return String(rows[0]?.looked_at);
  };
  const heap: number[] = [];
  for (let turn = 0; turn < turnsAnHour; turn += 1) {
    if (turn % 2 === 0) await (await ask()).decline();
    const advance = { accountId: inbox.account.accountId, advanceMs: turnMs };
    await callDoor(inbox.sandbox, "POST", "/clock", advance);
    const before = await lookedAt();
    while ((await lookedAt()) === before) await pause(10);
    heap.push(await heapOf(worker));
  }
  const late = heap.slice(-4 * turnsATenMinutes);
  const kept = late.map((bytes) => bytes / 1024 / 1024);
  const what = "the worker's memory, growth in ten minutes over the last forty of an hour";
  figure(what, growth(late), "%", { atMost: 1 }, [measured("heap after a collection", "MB", kept)]);
});
