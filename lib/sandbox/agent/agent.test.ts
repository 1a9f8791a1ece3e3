import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
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
/** What the inbox knows of: asked through it, or handed over. */
let captured: (Capture & { way: "through" | "told" })[];
/** What it answers to what is handed over, and what it says of what it passed on. */
let answer: (count: number) => number;
let kept: string;
/** What it passes on at all. */
let passed: "all" | "none";
let refused: number[];
let running: Running | undefined;
let heard: () => void;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "agent-"));
  captured = [];
  refused = [];
  answer = () => 202;
  kept = "stored";
  passed = "all";
  heard = () => undefined;
  let count = 0;
  inbox = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    if (request.url?.startsWith("/api/public/v1/")) return passOn(request, text, response);
    const status = request.headers.authorization === "Bearer capture-key" ? answer(count++) : 401;
    if (status === 202) captured.push({ way: "told", ...(JSON.parse(text) as Capture) });
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

const said = (header: string | string[] | undefined) => decodeURIComponent(String(header ?? ""));

async function passOn({ method, url, headers }: IncomingMessage, text: string, response: ServerResponse) {
  const send = (status: number, body: object, more: object = {}) =>
    response
      .writeHead(status, { "content-type": "application/json", ...more })
      .end(JSON.stringify(body), () => heard());
  if (passed === "none") return send(403, { details: { reason: "inbox_not_connected" } });
  if (!running) return send(503, {});
  const answered = await fetch(`http://127.0.0.1:${running.port}${url}`, {
    method: method ?? "GET",
    headers: { authorization: headers.authorization ?? "", "content-type": "application/json" },
    ...(method === "POST" ? { body: text || "{}" } : {}),
  }).catch(() => null);
  if (!answered) return send(502, {});
  const body = (await answered.json()) as { approval?: Capture["approval"] };
  if (method !== "POST" || !body.approval) {
    if (method === "POST" && answered.status >= 400) refused.push(answered.status);
    return send(answered.status, body);
  }
  const agent = { name: said(headers["x-agent-name"]), reason: said(headers["x-agent-reason"]) };
  if (kept === "stored")
    captured.push({
      way: "through",
      approval: body.approval,
      ...(text ? { request: JSON.parse(text) } : {}),
      agent,
    });
  return send(answered.status, body, { "x-countersign-state": kept });
}

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
    new Set(["hire", "fund", "release", "end", "create", "decline"]),
  );
  const keys = [...STORY, ...VARIATIONS].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { ask, reason } of STORY)
    expect(["create", "decline"].includes(ask.kind) || reason.length > 20).toBe(true);
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
  const [first, second, third] = captured;
  expect(first).toMatchObject({
    approval: { type: "proposal_hire" },
    request: { milestone: { amount: 450 } },
    agent: { name: "label-agent" },
  });
  expect(first?.way).toBe("through");
  expect(second).toMatchObject({
    way: "told",
    approval: { type: "milestone_approve" },
    agent: { name: "payout-agent" },
  });
  expect(third?.approval.type).toBe("milestone_fund");
  expect(third?.request).toBeUndefined();
  expect(third?.agent.reason).toContain("$200");
  const hires = captured.filter(({ approval }) => approval.type === "proposal_hire");
  expect(hires).toHaveLength(3);
  await pausing();
  expect(await waiting()).toHaveLength(5);
  expect(refused).toEqual([409]);

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
    for (const { approval } of captured.slice(confirmed.length)) {
      confirmed.push(door(`/approvals/${approval.id}/confirm`, { settle: "refund" }));
    }
    return captured.length >= 16;
  });
  heard = () => undefined;
  await Promise.all(confirmed);
  expect(new Set(captured.map(({ approval }) => approval.type))).toEqual(
    new Set(["proposal_hire", "milestone_fund", "milestone_approve", "contract_end"]),
  );
});

test("a restart goes on where it was; only the capture in flight may come twice", async () => {
  await start();
  await until(() => captured.length >= 3);
  await running?.stop();
  await start();
  const ids = () => captured.map(({ approval }) => approval.id);
  await until(() => new Set(ids()).size >= 6);
  expect(ids().length - new Set(ids()).size).toBeLessThanOrEqual(1);
});

test("an inbox that is stopped and started again is asked on, and nothing twice", async () => {
  await start();
  await until(() => captured.length >= 3);
  const { port } = inbox.address() as AddressInfo;
  inbox.closeAllConnections();
  await new Promise((resolve) => inbox.close(resolve));
  await new Promise<void>((resolve) => inbox.listen(port, "127.0.0.1", resolve));
  const ids = () => captured.map(({ approval }) => approval.id);
  await until(() => new Set(ids()).size >= 6);
  // What was under way is asked again, and OpenTrain answers with the same request.
  expect(ids().length - new Set(ids()).size).toBeLessThanOrEqual(1);
});

test("a capture is repeated until the inbox has it", async () => {
  answer = (count) => (count < 2 ? 503 : 202);
  await start();
  await until(() => captured.length >= 1);
  await until(() => captured.some(({ way }) => way === "told"));
  expect(captured.find(({ way }) => way === "told")?.approval.type).toBe("milestone_approve");
});

test("what the inbox passed on and could not keep is handed over", async () => {
  kept = "not-stored";
  await start();
  await until(() => captured.length >= 3);
  expect(captured.map(({ way }) => way)).toEqual(["told", "told", "told"]);
  expect(captured[0]).toMatchObject({ approval: { type: "proposal_hire" }, agent: { name: "label-agent" } });
});

test("a colleague declines one of those asked, and the others wait on", async () => {
  await start();
  await until(() => captured.length >= 6);
  await pausing();
  const url = `http://127.0.0.1:${running?.port}/_sandbox/truth?accountId=${running?.accountId}`;
  const { approvals } = (await (await fetch(url)).json()) as { approvals: Capture["approval"][] };
  const asked = captured.map(({ approval }) => approval.id);
  const declined = approvals.filter(({ id, status }) => asked.includes(id) && status === "declined");
  expect(declined.map(({ type }) => type)).toEqual(["milestone_fund"]);
});

test("an inbox that does not pass it on yet is asked again", async () => {
  passed = "none";
  answer = () => {
    passed = "all";
    return 202;
  };
  await start();
  await until(() => captured.some(({ way }) => way === "through"));
});

test("it stops for good when the inbox says the workspace is closed", async () => {
  let asked = 0;
  passed = "none";
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
