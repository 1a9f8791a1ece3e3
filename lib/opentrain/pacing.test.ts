import { expect, test } from "vitest";
import type { CallBudget } from "./call-budget";
import { OpenTrainClient } from "./client";
import { credits } from "./samples";

/** A client whose clock moves only while it sleeps, with everything it does in the order it did it. */
function paced({
  turns = [],
  answers,
  random = 0.5,
  budgetMs = 25_000,
}: {
  turns?: number[];
  answers: Response[];
  random?: number;
  budgetMs?: number;
}) {
  const done: string[] = [];
  let now = 0;
  const budget: CallBudget = {
    take: async (patienceMs) => {
      done.push(`turn within ${patienceMs}`);
      return turns.shift() ?? 0;
    },
    rest: async (ms) => void done.push(`rest ${ms}`),
  };
  const client = new OpenTrainClient({
    origin: "https://app.opentrain.ai",
    token: "ot_pat_pub_s3cr3ts3cr3ts3cr3t",
    now: () => now,
    random: () => random,
    sleep: async (ms) => {
      done.push(`sleep ${ms}`);
      now += ms;
    },
    fetch: async () => {
      done.push("call");
      return answers.shift() ?? Response.error();
    },
    budget,
    budgetMs,
  });
  return { client, done };
}

const json = { "content-type": "application/json" };
const yes = () => new Response(credits, { headers: json });
const no = (status: number, headers: Record<string, string> = {}, details = {}) =>
  new Response(JSON.stringify({ error: "no", code: "RATE_LIMITED", requestId: "r", details }), {
    status,
    headers: { ...json, ...headers },
  });

test("a call waits for its turn", async () => {
  const { client, done } = paced({ turns: [40], answers: [yes()] });
  expect(await client.getCredits()).toMatchObject({ ok: true });
  expect(done).toEqual(["turn within 25000", "sleep 40", "call"]);
});

test("a turn that would come too late is not waited for, and says when there is one", async () => {
  const { client, done } = paced({ turns: [25_000.5], answers: [yes()] });
  expect(await client.getCredits()).toEqual({
    ok: false,
    failure: {
      kind: "unreachable",
      why: "rate_limited",
      status: null,
      retryAfterMs: 25_001,
      requestId: null,
    },
    clockOffsetMs: null,
  });
  expect(done).toEqual(["turn within 25000"]);
});

test("each try takes a turn of its own, and what was left of the time is its patience", async () => {
  const { client, done } = paced({ turns: [0, 30], answers: [no(503), no(502), yes()] });
  expect(await client.getCredits()).toMatchObject({ ok: true });
  expect(done).toEqual([
    ...["turn within 25000", "call", "sleep 250"],
    ...["turn within 24750", "sleep 30", "call", "sleep 500"],
    ...["turn within 24220", "call"],
  ]);
});

test("without a turn for another try, the answer of the first one counts", async () => {
  const { client } = paced({ turns: [0, 99_999], answers: [no(503), yes()] });
  expect(await client.getCredits()).toMatchObject({ failure: { why: "server_error", status: 503 } });
});

test.each<[number, Response, string[]]>([
  [429, no(429, { "retry-after": "7" }), ["rest 7000"]],
  [429, no(429, {}, { retryAfterSeconds: 1.5 }), ["rest 1500"]],
  [429, no(429, { "retry-after": "99999999" }), ["rest 3600000"]],
  [429, no(429), []],
  [403, no(403, { "retry-after": "7" }), []],
  [500, no(500, { "retry-after": "7" }), ["rest 7000"]],
])("what OpenTrain asks to wait (%i) is told to all who share the budget", async (_, answer, rests) => {
  const { client, done } = paced({ answers: [answer] });
  await client.getCredits();
  expect(done.filter((what) => what.startsWith("rest"))).toEqual(rests);
});

test.each([
  [0, ["sleep 2000", "sleep 0"]],
  [0.999, ["sleep 2499.5", "sleep 999"]],
])("another try waits as asked, and a random share (%d) of a wait that doubles", async (random, sleeps) => {
  const { client, done } = paced({ random, answers: [no(503, { "retry-after": "2" }), no(504), yes()] });
  expect(await client.getCredits()).toMatchObject({ ok: true });
  expect(done.filter((what) => what.startsWith("sleep"))).toEqual(sleeps);
});

test("a wait beyond the time is not begun", async () => {
  const { client, done } = paced({ budgetMs: 1_000, answers: [no(503, { "retry-after": "1" }), yes()] });
  expect(await client.getCredits()).toMatchObject({ failure: { status: 503, retryAfterMs: 1_000 } });
  expect(done).toEqual(["turn within 1000", "call", "rest 1000"]);
});
