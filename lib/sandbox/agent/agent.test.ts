import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Running, startSandbox } from "../start";
import { nextStep, type Step } from "./step";
import { STORY } from "./story";
import { VARIATIONS } from "./variations";

type Capture = {
  approval: { id: string; type: string; status: string };
  request?: { milestone: { amount: number } };
  agent: { name: string; reason: string };
};

let dir: string;
let inbox: Server;
let captured: { key: string | undefined; body: Capture }[];
let answer: (count: number) => number;
let running: Running | undefined;
let heard: () => void;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "agent-"));
  captured = [];
  answer = () => 202;
  heard = () => undefined;
  let count = 0;
  inbox = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const status = answer(count++);
    if (status === 202)
      captured.push({ key: request.headers.authorization, body: JSON.parse(text) as Capture });
    response.writeHead(status, { "content-type": "application/json" }).end("{}");
    heard();
  });
  await new Promise<void>((resolve) => inbox.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  inbox.closeAllConnections();
  inbox.close();
  await rm(dir, { recursive: true, force: true });
});

const start = async () => {
  running = await startSandbox(
    {
      host: "127.0.0.1",
      port: 0,
      origin: undefined,
      dir,
      secret: undefined,
      failpoint: undefined,
      rotateAtBytes: undefined,
      inboxUrl: `http://127.0.0.1:${(inbox.address() as AddressInfo).port}`,
      inboxPagesUrl: null,
      agent: { captureKey: "capture-key", stepMs: 1 },
    },
    () => undefined,
    () => undefined,
  );
};

/** Resolves when the inbox has heard enough; the test's own time limit is the only clock. */
const until = (enough: () => boolean) =>
  new Promise<void>((resolve) => {
    heard = () => enough() && resolve();
    heard();
  });

const door = async (path: string, body: object) => {
  const response = await fetch(`http://127.0.0.1:${running?.port}/_sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.status;
};

const waiting = async () => {
  const url = `http://127.0.0.1:${running?.port}/_sandbox/truth?accountId=${running?.accountId}`;
  const { approvals } = (await (await fetch(url)).json()) as { approvals: Capture["approval"][] };
  return approvals.filter(({ status }) => status === "pending");
};

/** Resolves when the agent has looked several times at what it asked without asking more. */
const pausing = async () => {
  const url = `http://127.0.0.1:${running?.port}/_sandbox/calls?accountId=${running?.accountId}`;
  for (;;) {
    const { calls } = (await (await fetch(url)).json()) as { calls: { method: string; path: string }[] };
    const tail = calls.slice(-20);
    if (tail.length === 20 && tail.every(({ path }) => path.includes("/approvals/"))) return;
  }
};

test("the story has twelve steps and more, over all four types", () => {
  expect(STORY.length).toBeGreaterThanOrEqual(12);
  expect(new Set(STORY.map(({ ask }) => ask.kind))).toEqual(
    new Set(["hire", "fund", "release", "end", "create"]),
  );
  const keys = [...STORY, ...VARIATIONS].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { ask, reason } of STORY) expect(ask.kind === "create" || reason.length > 20).toBe(true);
});

test("a step waits for what it follows, and is passed over when that went another way", () => {
  const steps: Step[] = [
    {
      key: "again",
      ask: { kind: "end", contract: "x" },
      reason: "",
      after: { key: "first", was: "refused" },
    },
    { key: "last", ask: { kind: "end", contract: "x" }, reason: "" },
  ];
  const asked = { first: "appr_1" };
  const next = (outcomes: Record<string, string>) => {
    const { step, skipped } = nextStep(steps, { done: ["first"], asked, outcomes });
    return [step?.key, skipped];
  };
  expect(next({})).toEqual(["last", []]);
  expect(next({ appr_1: "declined" })).toEqual(["again", []]);
  expect(next({ appr_1: "confirmed" })).toEqual(["last", ["again"]]);
});

test("it hands over what it asked, replaces a hire, and pauses while five are waiting", async () => {
  await start();
  await until(() => captured.length >= 6);
  expect(captured.every(({ key }) => key === "Bearer capture-key")).toBe(true);
  const [first, second, third] = captured.map(({ body }) => body);
  expect(first).toMatchObject({
    approval: { type: "proposal_hire" },
    request: { milestone: { amount: 450 } },
    agent: { name: "label-agent" },
  });
  expect(second?.approval.type).toBe("milestone_approve");
  expect(third?.approval.type).toBe("milestone_fund");
  expect(third?.request).toBeUndefined();
  expect(third?.agent.reason).toContain("$200");
  const hires = captured.filter(({ body }) => body.approval.type === "proposal_hire");
  expect(hires).toHaveLength(3);
  await pausing();
  expect(await waiting()).toHaveLength(5);

  const count = captured.length;
  const [one] = await waiting();
  expect(await door(`/approvals/${one?.id}/decline`, {})).toBe(200);
  await until(() => captured.length > count);
  await pausing();
  expect(await waiting()).toHaveLength(5);
});

test("with a human who confirms everything, the story reaches all four types and goes on", async () => {
  const confirmed: Promise<number>[] = [];
  await start();
  await until(() => {
    for (const { body } of captured.slice(confirmed.length)) {
      confirmed.push(door(`/approvals/${body.approval.id}/confirm`, { settle: "refund" }));
    }
    return captured.length >= 16;
  });
  heard = () => undefined;
  await Promise.all(confirmed);
  expect(new Set(captured.map(({ body }) => body.approval.type))).toEqual(
    new Set(["proposal_hire", "milestone_fund", "milestone_approve", "contract_end"]),
  );
});

test("a restart goes on where it was; only the capture in flight may come twice", async () => {
  await start();
  await until(() => captured.length >= 3);
  await running?.stop();
  await start();
  const ids = () => captured.map(({ body }) => body.approval.id);
  await until(() => new Set(ids()).size >= 6);
  expect(ids().length - new Set(ids()).size).toBeLessThanOrEqual(1);
});

test("a capture is repeated until the inbox has it", async () => {
  answer = (count) => (count < 2 ? 503 : 202);
  await start();
  await until(() => captured.length >= 1);
  expect(captured[0]?.body.approval.type).toBe("proposal_hire");
});

test("it stops for good when the inbox says the workspace is closed", async () => {
  let asked = 0;
  answer = (count) => {
    asked = count + 1;
    return 410;
  };
  await start();
  await until(() => asked === 1);
  await running?.stop();
  await start();
  expect(captured).toEqual([]);
  await running?.stop();
  expect(asked).toBe(1);
});
