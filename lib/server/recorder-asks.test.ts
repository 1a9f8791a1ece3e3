import { request } from "node:http";
import { connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ask, Keeper } from "@/lib/recorder/keeper";
import { limits } from "@/lib/recorder/limits";
import { notingKeeper } from "@/lib/recorder/testing/noting-keeper";
import {
  agentToken,
  askDoor,
  connectedAt,
  type DoorServer,
  startDoor,
  startRawUpstream,
  UpstreamServer,
} from "./testing/door-server";

let upstream: UpstreamServer;
let door: DoorServer;
let keeper: ReturnType<typeof notingKeeper>;
const answerText = JSON.stringify({ approval: { id: "appr/1" }, message: "ask a human" });

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  upstream = await new UpstreamServer().start();
});
beforeEach(async () => {
  keeper = notingKeeper({ approvalId: "appr/1" });
  upstream.heard = [];
  upstream.answer = (res) => res.writeHead(202, { "Content-Type": "application/json" }).end(answerText);
  door = await startDoor({ upstream: upstream.origin, keeper });
  return () => door.stop();
});
afterAll(async () => {
  await upstream.stop();
  vi.restoreAllMocks();
});

const post = (path: string, more: Parameters<typeof askDoor>[1] = {}) =>
  askDoor(door.port, { method: "POST", path: `/api/public/v1/${path}`, ...more });
const names = () => keeper.calls.map(({ name }) => name);
const askOf = (at = 0) => keeper.calls[at]?.with[0] as Ask;
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};

/** Long enough for whatever is ready to happen. */
const turns = async () => {
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("the four that a human must confirm", () => {
  it.each([
    ["proposals/prop_1/hire", "hire", "prop_1"],
    ["milestones/ms_1/fund", "fund", "ms_1"],
    ["milestones/ms_1/approve", "release", "ms_1"],
    ["contracts/c_1/end", "end", "c_1"],
    ["contracts/c_1/end/", "end", "c_1"],
    ["contracts//c_1/end?x=1", "end", "c_1"],
    ["contracts/%63_1/%65nd", "end", "c_1"],
    ["jobs/../contracts/c_1/end", "end", "c_1"],
    ["contracts%2Fc_1%2Fend", "end", "c_1"],
    ["Milestones/a%2Fb/Fund", "fund", "a/b"],
  ])("%s", async (path, action, subjectId) => {
    const got = await post(path, { body: '{"a":1}' });
    expect([got.status, got.body.toString()]).toEqual([202, answerText]);
    expect(names()).toEqual(["begin", "answered"]);
    expect(askOf()).toMatchObject({
      place: { workspaceId: "w_org_1", connectionId: "c_org_1", origin: upstream.origin },
    });
    expect(askOf()).toMatchObject({ action, subjectId, body: Buffer.from('{"a":1}') });
    expect(upstream.heard.map(({ url }) => url)).toEqual([`/api/public/v1/${path}`]);
    expect(got.headers).toMatchObject({
      "x-countersign-state": "stored",
      "x-countersign-url": "https://inbox.example/approvals/appr%2F1",
    });
  });

  it.each([
    ["GET", "milestones/ms_1/fund"],
    ["POST", "milestones/ms_1"],
    ["POST", "milestones/ms_1/fund/more"],
    ["POST", "milestones/fund"],
    ["POST", "contracts/c_1/milestones"],
    ["POST", "proposals/prop_1/fund"],
    ["POST", "credits/top-ups"],
  ])("and not %s %s", async (method, path) => {
    const got = await askDoor(door.port, { method, path: `/api/public/v1/${path}` });
    expect([got.status, names()]).toEqual([202, []]);
    expect(got.headers["x-countersign-state"]).toBeUndefined();
  });

  it("are kept before they are sent, and answered before the agent is", async () => {
    const letGo: (() => void)[] = [];
    const slowly = async <T>(done: Promise<T>) => {
      await new Promise<void>((resolve) => letGo.push(resolve));
      return done;
    };
    const slow: Keeper = {
      ...keeper,
      begin: (ask) => slowly(keeper.begin(ask)),
      answered: (...said) => slowly(keeper.answered(...said)),
    };
    const own = await startDoor({ upstream: upstream.origin, keeper: slow });
    let isAnswered = false;
    const got = askDoor(own.port, { method: "POST", path: "/api/public/v1/milestones/ms_1/fund" });
    void got.then(() => {
      isAnswered = true;
    });
    await until(() => letGo.length === 1);
    await turns();
    expect(upstream.heard).toEqual([]);
    letGo[0]?.();
    await until(() => letGo.length === 2);
    await turns();
    expect([upstream.heard.length, isAnswered]).toEqual([1, false]);
    letGo[1]?.();
    expect((await got).status).toBe(202);
    await own.stop();
  });

  it("name no page for what was not stored", async () => {
    const lossy = await startDoor({
      upstream: upstream.origin,
      keeper: notingKeeper({ approvalId: "appr/1", kept: "not-stored" }),
    });
    const got = await askDoor(lossy.port, { method: "POST", path: "/api/public/v1/proposals/p_1/hire" });
    await lossy.stop();
    expect(got.headers["x-countersign-state"]).toBe("not-stored");
    expect(got.headers["x-countersign-url"]).toBeUndefined();
  });

  it.each(["stored", "spooled", "not-stored"] as const)("say when they are %s", async (kept) => {
    const own = await startDoor({ upstream: upstream.origin, keeper: notingKeeper({ kept }) });
    const got = await askDoor(own.port, { method: "POST", path: "/api/public/v1/milestones/ms_1/fund" });
    expect(got.headers["x-countersign-state"]).toBe(kept);
    expect(got.headers["x-countersign-url"]).toBeUndefined();
    await own.stop();
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("are understood packed as %s, and passed on packed", async (encoding, pack) => {
    const packed = pack(Buffer.from(JSON.stringify({ milestone: { name: "ä" } })));
    const answer = pack(Buffer.from('{"approval":{"id":"a","amount":1e2}}'));
    upstream.answer = (res) =>
      res.writeHead(202, { "Content-Encoding": encoding, Date: "Sat, 01 Jan 2028 00:00:00 GMT" }).end(answer);
    const got = await post("proposals/p/hire", { body: packed, headers: { "Content-Encoding": encoding } });
    expect(got.body.equals(answer)).toBe(true);
    expect(upstream.heard[0]?.body.equals(packed)).toBe(true);
    expect(askOf().body?.toString()).toBe('{"milestone":{"name":"ä"}}');
    expect(keeper.calls[1]?.with[2]).toEqual({
      status: 202,
      body: { approval: { id: "a", amount: 100 } },
      date: new Date("2028-01-01T00:00:00Z"),
    });
  });

  it.each([
    ["no JSON", Buffer.from("<html>"), 200],
    ["JSON that can be read in two ways", Buffer.from('{"a":1,"a":2}'), 200],
    ["too large", Buffer.alloc(limits.heldBytes + 100_000, "x"), 202],
    ["nothing", Buffer.alloc(0), 409],
  ])("pass an answer that is %s, and say nothing of it", async (_what, body, status) => {
    upstream.answer = (res) => res.writeHead(status).end(body);
    const got = await post("milestones/ms_1/fund");
    expect([got.status, got.body.equals(body)]).toEqual([status, true]);
    expect(keeper.calls[1]?.with[2]).toMatchObject({ status, body: null });
  });

  it("pass a request of any size, whose words are kept up to a limit", async () => {
    const body = Buffer.alloc(limits.heldBytes + 500_000, "y");
    for (const sent of [body, [body.subarray(0, 10), body.subarray(10)]]) {
      const before = keeper.calls.length;
      expect((await post("proposals/p/hire", { body: sent })).status).toBe(202);
      expect(askOf(before).body).toBeNull();
      expect(upstream.heard.at(-1)?.body.equals(body)).toBe(true);
    }
  });

  it("unpack no bomb", async () => {
    const bomb = gzipSync(Buffer.alloc(limits.heldBytes * 20));
    upstream.answer = (res) => res.writeHead(202, { "Content-Encoding": "gzip" }).end(bomb);
    const got = await post("milestones/ms_1/fund", { body: bomb, headers: { "Content-Encoding": "gzip" } });
    expect(got.body.equals(bomb)).toBe(true);
    expect([askOf().body, keeper.calls[1]?.with[2]]).toMatchObject([null, { body: null }]);
  });
});

describe("who asks, in the agent's words", () => {
  it.each([
    ["Ada", "Ada"],
    ["Zo%C3%AB%20%F0%9F%A4%96", "Zoë 🤖"],
    ["100% sure", "100% sure"],
    ["Z\u00c3\u00ab", "Zë"],
    ["\u00e9", "é"],
    ["  ", null],
    ["x".repeat(80), "x".repeat(80)],
    ["x".repeat(81), `${"x".repeat(79)}…`],
    [encodeURIComponent("🤖".repeat(81)), `${"🤖".repeat(79)}…`],
    ["key ot_pat_a_secret here", "key [secret removed] here"],
    ["a%00b%ED%A0%80", "a%00b%ED%A0%80"],
    ["a%00b", "a\ufffdb"],
  ])("%s", async (sent, name) => {
    await post("milestones/ms_1/fund", { headers: { "X-Agent-Name": sent } });
    expect(askOf().agent).toEqual({ name, reason: null });
  });

  it("up to 2,000 characters of reason, none of which OpenTrain hears", async () => {
    const reason = encodeURIComponent("ü".repeat(2001));
    await post("milestones/ms_1/fund", { headers: { "X-Agent-Reason": reason } });
    expect(askOf().agent.reason).toBe(`${"ü".repeat(1999)}…`);
    expect(upstream.heard[0]?.rawHeaders.join().toLowerCase()).not.toContain("x-agent");
  });
});

describe("what OpenTrain refuses", () => {
  it.each([
    ["for a reason people can mend, and stands on the inbox", "blocked", "https://inbox.example/#blocked"],
    ["for a mistake, and stands nowhere", "refused", undefined],
    ["in words that leave it open, and stands on the inbox", "unknown", "https://inbox.example/#unanswered"],
  ] as const)("is kept: %s", async (_what, became, url) => {
    const own = await startDoor({ upstream: upstream.origin, keeper: notingKeeper({ became }) });
    upstream.answer = (res) => res.writeHead(409).end("{}");
    const got = await askDoor(own.port, { method: "POST", path: "/api/public/v1/milestones/ms_1/fund" });
    await own.stop();
    expect([got.status, got.headers["x-countersign-state"], got.headers["x-countersign-url"]]).toEqual([
      409,
      "stored",
      url,
    ]);
  });
});

describe("what was asked and has no answer", () => {
  const failedWith = async (origin: string) => {
    const own = await startDoor({ upstream: origin, keeper });
    const got = await askDoor(own.port, { method: "POST", path: "/api/public/v1/milestones/m/fund" });
    await own.stop();
    expect(got.status).toBe(502);
    expect(names()).toEqual(["begin", "failed", "stop"]);
    const { error, details } = JSON.parse(got.body.toString());
    return {
      why: keeper.calls[1]?.with[2],
      state: got.headers["x-countersign-state"],
      url: got.headers["x-countersign-url"],
      repeat: details.repeat,
      error,
    };
  };

  it("was never sent where nobody listens", async () => {
    const raw = await startRawUpstream(null);
    await raw.stop();
    expect(await failedWith(raw.origin)).toEqual({
      why: "never_sent",
      state: "stored",
      url: undefined,
      repeat: "safe",
      error: expect.stringMatching(/it can be repeated\.$/),
    });
  });

  it.each([
    ["hung up on", null],
    ["answered with no HTTP", "nonsense\r\n\r\n"],
    ["answered by half", "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{"],
  ])("is unknown when it was %s", async (_what, say) => {
    const raw = await startRawUpstream(say);
    expect(await failedWith(raw.origin)).toEqual({
      why: "unknown",
      state: "stored",
      url: "https://inbox.example/#unanswered",
      repeat: "look_here",
      error: expect.stringMatching(/may have arrived: do not send it again blindly.*X-Countersign-Url/),
    });
    expect(raw.asked().match(/POST /g)).toHaveLength(1);
    await raw.stop();
  });
});

it("tells whoever watches of what went on and got no answer, once", async () => {
  const told: string[] = [];
  const watch = {
    passed: () => void told.push("passed"),
    unanswered: () => void told.push("unanswered"),
    turnedAway: () => void told.push("turned away"),
  };
  const raw = await startRawUpstream(null);
  const own = await startDoor({ upstream: raw.origin, keeper, watch });
  await askDoor(own.port, { method: "POST", path: "/api/public/v1/milestones/m/fund" });
  await askDoor(own.port, { path: "/api/public/v1/contracts" });
  await askDoor(own.port, { path: "/api/public/v1/contracts", token: "no token of theirs" });
  await own.stop();
  await raw.stop();
  expect(told).toEqual(["unanswered", "unanswered", "turned away"]);
});

it("tells an agent what to do when it was asked and could not even be kept", async () => {
  const raw = await startRawUpstream(null);
  const own = await startDoor({ upstream: raw.origin, keeper: notingKeeper({ kept: "not-stored" }) });
  const got = await askDoor(own.port, { method: "POST", path: "/api/public/v1/milestones/m/fund" });
  await own.stop();
  await raw.stop();
  expect([got.headers["x-countersign-state"], got.headers["x-countersign-url"]]).toEqual([
    "not-stored",
    undefined,
  ]);
  expect(JSON.parse(got.body.toString()).details.repeat).toBe("look_first");
});

describe("an agent that goes away", () => {
  const head = (path: string, more = "") =>
    `POST /api/public/v1/${path} HTTP/1.1\r\nHost: localhost:${door.port}\r\nAuthorization: Bearer ${agentToken}\r\n${more}\r\n`;

  it.each([
    ["one of the four", "milestones/ms_1/fund"],
    ["another write", "contracts/c/milestones"],
  ])("leaves %s to be seen to its end", async (_what, path) => {
    let answer = () => {};
    let isWhole = false;
    upstream.answer = (res) => {
      answer = () => res.writeHead(202).end(answerText);
      res.on("close", () => {
        isWhole = res.writableFinished;
      });
    };
    const socket = connect(door.port, "127.0.0.1", () => socket.write(head(path)));
    await until(() => upstream.heard.length === 1);
    socket.destroy();
    await turns();
    answer();
    if (path.startsWith("milestones")) await until(() => names().includes("answered"));
    await until(() => isWhole);
  });

  it("in the middle of its words has asked nothing", async () => {
    const lines = vi.mocked(process.stdout.write);
    for (const path of ["milestones/ms_1/fund", "contracts/c/milestones"]) {
      lines.mockClear();
      const bytes = `${head(path, "Content-Length: 10\r\n")}abc`;
      const socket = connect(door.port, "127.0.0.1", () =>
        socket.write(bytes, () => socket.resetAndDestroy()),
      );
      await until(() => lines.mock.calls.some(([line]) => String(line).includes("cut short")));
      await turns();
    }
    expect([upstream.heard, names()]).toEqual([[], []]);
  });

  it("takes a read with it", async () => {
    let isGone = false;
    upstream.answer = (res) =>
      res.on("close", () => {
        isGone = true;
      });
    const sent = request({
      port: door.port,
      path: "/api/public/v1/contracts",
      headers: { authorization: `Bearer ${agentToken}` },
    });
    sent.on("error", () => undefined).end();
    await until(() => upstream.heard.length === 1);
    sent.destroy();
    await until(() => isGone);
  });
});

describe("an approval that passes", () => {
  const read = (path = "approvals/appr_1", more = {}) =>
    askDoor(door.port, { path: `/api/public/v1/${path}`, ...more });

  it.each([
    ["appr_1", "appr_1"],
    ["a%2Fb", "a/b"],
    ["appr_1/?x=1", "appr_1"],
  ])("is told of: %s", async (path, id) => {
    const body = `{"approval":{"id":"appr_1","amount":0.1}}`;
    upstream.answer = (res) =>
      res
        .writeHead(200, { "Content-Encoding": "gzip", Date: "Sat, 01 Jan 2028 00:00:00 GMT" })
        .end(gzipSync(body));
    const got = await read(`approvals/${path}`);
    expect(got.headers["x-countersign-state"]).toBeUndefined();
    await until(() => names().length === 1);
    expect(keeper.calls[0]).toEqual({
      name: "seen",
      with: [
        { workspaceId: "w_org_1", connectionId: "c_org_1", origin: upstream.origin },
        id,
        { status: 200, body: JSON.parse(body), date: new Date("2028-01-01T00:00:00Z"), at: expect.any(Date) },
      ],
    });
  });

  it("is told of as unreadable when it is larger than any approval, and passes whole", async () => {
    const body = Buffer.alloc(limits.learnedBytes + 1, " ");
    upstream.answer = (res) => res.writeHead(200).end(body);
    expect((await read()).body.equals(body)).toBe(true);
    await until(() => names().length === 1);
    expect(keeper.calls[0]?.with[2]).toMatchObject({ status: 200, body: null });
  });

  it("is not told of when nothing was said of it", async () => {
    upstream.answer = (res) => res.writeHead(304).end();
    await read();
    upstream.answer = (res) => res.writeHead(200).end("{}");
    await read("approvals", {});
    await read("approvals/appr_1", { method: "HEAD" });
    await read("approvals/appr_1/more");
    expect(names()).toEqual([]);
  });
});

it("knows two accounts apart", async () => {
  const own = await startDoor({
    upstream: upstream.origin,
    keeper,
    connected: async () => [connectedAt(upstream.origin, "org_1"), connectedAt(upstream.origin, "org_2")],
    askWhose: async (_origin, token) => ({ accountKey: token.includes("second") ? "org_2" : "org_1" }),
  });
  const path = "/api/public/v1/milestones/m/fund";
  await askDoor(own.port, { method: "POST", path, token: "ot_pat_second_1" });
  await askDoor(own.port, { method: "POST", path, token: "ot_pat_first_1" });
  const begun = keeper.calls
    .filter(({ name }) => name === "begin")
    .map(({ with: [ask] }) => (ask as Ask).place.workspaceId);
  expect(begun).toEqual(["w_org_2", "w_org_1"]);
  await own.stop();
});
