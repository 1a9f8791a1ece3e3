import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";
import { sql } from "drizzle-orm";
import { openBrowser, signedIn, sizes } from "../harness/browser";
import { measured } from "../harness/figure";
import { fillInbox, waiting } from "../harness/fill-inbox";
import { runBench } from "../harness/run-bench";
import type { BenchInbox } from "../harness/start-inbox";

/** An hour in which something changes every five seconds, each change told and drawn by itself. */
const changes = 720;
const everyMs = 250;
const samples = 12;
const minutes = 60;

await runBench(async ({ figure, after, say }) => {
  const inbox = await fillInbox(after);
  const browser = await openBrowser(after);
  const context = await signedIn(browser, inbox, sizes.desk);
  const page = await context.newPage();
  await page.goto("/");
  await page.locator("[data-slot=live-state]:visible").filter({ hasText: "Live" }).first().waitFor();
  const cdp = await context.newCDPSession(page);
  let lists = 0;
  page.on("response", (answer) => {
    if (answer.url().includes("/api/approvals?")) lists += 1;
  });
  // What is made once and kept: the first answers, the code that was compiled for them.
  await change(inbox, changes / samples);
  const heaps: number[] = [];
  const nodes: number[] = [];
  for (let sample = 0; sample <= samples; sample += 1) {
    if (sample > 0) await change(inbox, changes / samples);
    const { heap, dom } = await weigh(cdp);
    heaps.push(heap);
    nodes.push(dom);
  }
  if (lists < changes / 10) throw new Error(`the page asked for its list only ${lists} times`);
  say(`the list was asked for ${lists} times`);
  const every = minutes / samples;
  const slope = (slopeOf(heaps) / every) * 10;
  const mean = heaps.reduce((sum, one) => sum + one, 0) / heaps.length;
  figure(
    `heap over an hour of live updates, ${waiting} waiting: growth in 10 minutes`,
    (slope / mean) * 100,
    "%",
    { atMost: 1 },
    [
      measured(`MB after collecting, from ${short(heaps[0])} to ${short(heaps.at(-1))}`, "MB", heaps),
      measured("nodes of the document", "nodes", nodes),
    ],
  );
});

const short = (value = Number.NaN) => value.toFixed(1);

/** One is asked for, one is decided, one is read again with another amount: in turn, so that as many wait. */
async function change({ db, workspace }: BenchInbox, count: number): Promise<void> {
  const { workspaceId } = workspace;
  const one = sql`(select id from approvals where workspace_id = ${workspaceId} and standing = 'open'
    order by random() limit 1)`;
  const ways = [
    sql`update approvals set standing = 'confirmed', status = 'confirmed', settled_at = now(), resolved_at = now()
      where workspace_id = ${workspaceId} and id = ${one}`,
    sql`update approvals set standing = 'open', status = 'pending', settled_at = null, resolved_at = null,
        expires_at = now() + random() * interval '70 hours', created_at = now()
      where workspace_id = ${workspaceId} and id = (select id from approvals
        where workspace_id = ${workspaceId} and standing = 'confirmed' order by random() limit 1)`,
    sql`update approvals set total_cents = total_cents + 100,
        money = jsonb_set(money, '{totalCents}', to_jsonb(total_cents + 100))
      where workspace_id = ${workspaceId} and id = ${one} and total_cents is not null`,
  ];
  for (let turn = 0; turn < count; turn += 1) {
    const began = Date.now();
    await db.execute(ways[turn % ways.length] ?? sql``);
    await pause(Math.max(0, everyMs - (Date.now() - began)));
  }
}

async function weigh(cdp: CDPSession): Promise<{ heap: number; dom: number }> {
  // What is under way is over before it is weighed.
  await pause(1_500);
  for (let turn = 0; turn < 3; turn += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes } = await cdp.send("Memory.getDOMCounters");
  return { heap: usedSize / 1024 / 1024, dom: nodes };
}

/** By least squares: how much each sample has more than the one before. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const above = values.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0);
  return above / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}
