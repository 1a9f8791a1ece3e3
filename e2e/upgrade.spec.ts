import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Approval, ApprovalList, Summary } from "@/lib/api/types";
import { Agent } from "./fixtures/agent";
import { InboxApi } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { startSteadyAgent, watchAnswers } from "./load/steady-agent";
import { root } from "./stack/folders";
import { addMigration, goBack, makeClone, prepareRelease } from "./stack/release-clone";
import { runCommand } from "./stack/run-command";
import { type RunningStack, startStack } from "./stack/start-stack";
import { until } from "./stack/until";

const shipped = readdirSync(join(root, "lib", "store", "migrations")).length;

const passphrase = "nine calm stones in a river";

test.describe.configure({ mode: "serial" });
let running: RunningStack;
let clone = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  running = await startStack({ kind: "account", name: "upgrade", scenario: "demo" });
  clone = makeClone(running.stack.folder);
  const agent = new Agent(running.stack);
  const [contract] = await agent.contracts();
  for (const amount of [120, 80.5]) {
    const asked = await agent.fund(
      (await agent.newMilestone(`Upgrade ${amount}`, amount, contract?.id ?? "")).id,
    );
    expect((await agent.capture({ approval: asked })).status).toBe(202);
  }
});

test.afterAll(async () => {
  const { leftovers, code } = await running.stop();
  expect.soft(leftovers).toEqual([]);
  expect.soft(code).toBe(0);
});

// Freshness moves on by itself; everything else must be what it was.
const lasting = ({ lastReadAt: _read, readProblem: _problem, ...facts }: Approval) => facts;

async function whatPeopleSee(): Promise<{ approvals: object[]; totals: object | null; waiting: object }> {
  const api = await InboxApi.signedIn(running.stack);
  try {
    const list = await api.get<ApprovalList>("/api/approvals?phase=all&limit=200");
    const { waiting } = await api.get<Summary>("/api/summary");
    return { approvals: list.approvals.map(lasting), totals: list.totals, waiting };
  } finally {
    await api.close();
  }
}

test("an upgrade beside the running inbox: one short gap, nothing lost, nothing doubled", async () => {
  test.setTimeout(120_000);
  const before = await whatPeopleSee();
  expect(before.approvals.length).toBeGreaterThan(1);
  const agent = startSteadyAgent(running.stack);
  const watch = watchAnswers(running.stack.web);
  addMigration(clone, shipped + 1, "later", "create table later (id integer primary key);");
  await prepareRelease(clone);
  await running.inbox.terminate();
  const again = await running.startAgain({}, clone);
  await until("the agent to go on", () => (agent.told().length > 20 ? true : null));
  await agent.stop();
  const { longestGapMs, asked } = await watch.stop();
  process.stdout.write(
    `longest time without an answer: ${longestGapMs} ms, asked ${asked} times, every 20 ms\n`,
  );

  expect(again.output()).not.toMatch(/Installing|Building/);
  const api = await InboxApi.signedIn(running.stack);
  const told = (await api.claims()).map(({ id }) => id).filter((id) => id.startsWith("apr_steady_"));
  await api.close();
  expect(told.toSorted()).toEqual(agent.told().toSorted());
  expect(await whatPeopleSee()).toEqual(before);
});

test("a version that cannot migrate leaves the one before able to start", async () => {
  test.setTimeout(120_000);
  const before = await whatPeopleSee();
  addMigration(clone, shipped + 2, "whole", "create table whole (id integer primary key);");
  addMigration(clone, shipped + 3, "broken", "create table broken (); select 1 / 0;");
  await prepareRelease(clone);
  await running.inbox.terminate();
  await expect(running.startAgain({}, clone)).rejects.toThrow(/broken\.sql failed and was undone/);
  await goBack(clone);
  await running.startAgain({}, clone);
  expect(await whatPeopleSee()).toEqual(before);
});

test("a restored inbox shows the same list and the same sums", async () => {
  test.setTimeout(120_000);
  const { stack } = running;
  const before = await whatPeopleSee();
  const [file, secret, dataDir] = ["inbox.backup", "passphrase", "restored"].map((name) =>
    join(stack.folder, name),
  ) as [string, string, string];
  writeFileSync(secret, `${passphrase}\n`);
  // The database knows of a later migration than this checkout, so the release is asked, as a person would.
  const release = (name: string) => join(clone, "scripts", name);
  expect(await runCommand(stack, release("backup.mjs"), [file, "--passphrase-file", secret])).toContain(
    "Backup made",
  );
  await running.inbox.terminate();
  const moved = { ...stack, dataDir };
  const said = await runCommand(moved, release("restore.mjs"), [file, "--passphrase-file", secret]);
  expect(said).toContain("Backup restored");
  await running.startAgain({ DATA_DIR: dataDir }, clone);
  expect(await whatPeopleSee()).toEqual(before);
});
