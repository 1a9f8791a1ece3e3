import { setTimeout as pause } from "node:timers/promises";
import { Human, type Truth } from "./fixtures/human";
import { InboxApi } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { type Promised, sendCrowd } from "./load/crowd";
import { readAllApprovals } from "./load/read-all";
import { seeded } from "./load/seeded";
import { type Family, leftoversOf, waitUntilGone } from "./stack/processes";
import { placesOf, type RunningStack, startStack } from "./stack/start-stack";
import { until } from "./stack/until";

const rounds = Number(process.env.KILL_ROUNDS ?? "3");
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const atLeast = 20;
const clockAheadMs = 90 * 60 * 1000;

type Figures = { acknowledged: number; killAfterMs: number; goneMs: number; upMs: number };

/** Nothing of this inbox may outlive the blow for long; the database notices by itself. */
async function expectNothingLeft(family: Family, dataDir: string): Promise<number> {
  const goneMs = await waitUntilGone(family, placesOf(dataDir), 10_000);
  const left = goneMs === null ? leftoversOf(family, placesOf(dataDir)) : [];
  expect(left, `still running 10 s after SIGKILL, seed ${seed}`).toEqual([]);
  return goneMs ?? 0;
}

async function killUnderLoad(running: RunningStack, promised: Promised, killAfterMs: number) {
  const crowd = sendCrowd(running.stack, promised, seeded(seed + promised.asked.size).below);
  await until(
    `${atLeast} acknowledged captures`,
    () => (crowd.acknowledged() >= atLeast ? true : null),
    30_000,
  );
  await pause(killAfterMs);
  const family = running.inbox.family();
  await running.inbox.kill();
  await crowd.stop();
  const goneMs = await expectNothingLeft(family, running.stack.dataDir);
  return { acknowledged: crowd.acknowledged(), killAfterMs, goneMs };
}

async function startAgain(running: RunningStack): Promise<number> {
  const began = Date.now();
  await running.startAgain();
  return Date.now() - began;
}

async function expectSandboxAsBefore(human: Human, promised: Promised): Promise<Truth> {
  const truth = await human.truth();
  const ahead = Date.parse(truth.now) - Date.now();
  expect(Math.abs(ahead - clockAheadMs), "the sandbox's clock").toBeLessThan(3000);
  const ids = truth.approvals.map(({ id }) => id);
  expect(new Set(ids).size, "no approval twice in the sandbox").toBe(ids.length);
  expect(
    [...promised.asked].filter((id) => !ids.includes(id)),
    "asked with 202 and lost",
  ).toEqual([]);
  return truth;
}

async function expectNothingLostOrDoubled(inbox: InboxApi, truth: Truth, promised: Promised): Promise<void> {
  const approvals = await readAllApprovals(inbox);
  const claims = await inbox.claims();
  const listed = approvals.map(({ id }) => id);
  const claimed = claims.map(({ id }) => id);
  expect(new Set(listed).size, "no approval twice").toBe(listed.length);
  expect(
    listed.filter((id) => claimed.includes(id)),
    "approval and claim at once",
  ).toEqual([]);
  expect(
    [...promised.listed].filter((id) => !listed.includes(id)),
    "acknowledged and lost",
  ).toEqual([]);
  const known = new Set([...listed, ...claimed]);
  expect(
    [...promised.claimed].filter((id) => !known.has(id)),
    "claimed and lost",
  ).toEqual([]);
  const real = new Map(truth.approvals.map((one) => [one.id, one]));
  expect(
    listed.filter((id) => !real.has(id)),
    "listed and never asked",
  ).toEqual([]);
  const differing = approvals.filter((one) => one.status !== real.get(one.id)?.status);
  expect(
    differing.map(({ id, status }) => `${id} ${status}`),
    "not as in the sandbox",
  ).toEqual([]);
  for (const id of listed) {
    const { history } = await inbox.approval(id);
    const kinds = history.map(({ kind }) => kind);
    expect(
      kinds.filter((kind) => kind === "listed"),
      `listed events of ${id}`,
    ).toHaveLength(1);
    const outcome = promised.settled.get(id);
    if (outcome)
      expect(
        kinds.filter((kind) => kind === outcome),
        `${outcome} events of ${id}`,
      ).toHaveLength(1);
  }
}

async function killRounds(running: RunningStack): Promise<void> {
  const { below } = seeded(seed);
  const human = new Human(running.stack);
  const promised: Promised = { asked: new Set(), listed: new Set(), claimed: new Set(), settled: new Map() };
  const figures: Figures[] = [];
  await human.advance(clockAheadMs);
  for (let round = 0; round < rounds; round += 1) {
    const killed = await killUnderLoad(running, promised, below(1500));
    figures.push({ ...killed, upMs: await startAgain(running) });
    await expectSandboxAsBefore(human, promised);
  }
  const inbox = await InboxApi.signedIn(running.stack);
  const behindMs = await waitUntilCaughtUp(inbox, human);
  await expectNothingLostOrDoubled(inbox, await human.truth(), promised);
  await inbox.close();
  report(figures, promised, behindMs);
}

/** The scripted agent goes on asking and the person does not, so both sides can be compared at one moment. */
async function waitUntilCaughtUp(inbox: InboxApi, human: Human): Promise<number> {
  const began = Date.now();
  await until(
    "the inbox to have caught up",
    async () => {
      const truth = new Map((await human.truth()).approvals.map(({ id, status }) => [id, status]));
      const behind = (await readAllApprovals(inbox)).filter(({ id, status }) => truth.get(id) !== status);
      if (behind.length > 0) throw new Error(`${behind.length} behind, such as ${behind[0]?.id}`);
      return true;
    },
    90_000,
  );
  return Date.now() - began;
}

test(`killed ${rounds} times under load, nothing acknowledged is lost or doubled`, async () => {
  test.setTimeout((120 + rounds * 60) * 1000);
  const running = await startStack({ kind: "sandbox", name: "kill" });
  try {
    await killRounds(running);
  } finally {
    const { leftovers, code } = await running.stop();
    expect.soft(leftovers).toEqual([]);
    expect.soft(code).toBe(0);
  }
});

test("killed during its first start, it comes up at the next", async () => {
  test.setTimeout(120_000);
  const { below } = seeded(seed + 1);
  const running = await startStack({
    kind: "sandbox",
    name: "first",
    killedStarts: [0, 1, 2].map(() => below(2500)),
  });
  expect((await running.stop()).leftovers).toEqual([]);
});

function report(figures: Figures[], promised: Promised, behindMs: number): void {
  const worst = (pick: (one: Figures) => number) => Math.max(...figures.map(pick));
  const least = Math.min(...figures.map(({ acknowledged }) => acknowledged));
  const sentence = [
    `seed ${seed}`,
    `${figures.length} rounds`,
    `at least ${least} acknowledged a round`,
    `${promised.listed.size} listed and ${promised.claimed.size} claimed in all`,
    `gone within ${worst(({ goneMs }) => goneMs)} ms`,
    `up again within ${worst(({ upMs }) => upMs)} ms`,
    `caught up ${behindMs} ms after the last start`,
  ].join(", ");
  test.info().annotations.push({ type: "figures", description: sentence });
  process.stdout.write(`    ${sentence}\n`);
}
