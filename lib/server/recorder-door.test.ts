import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { Registration } from "@/lib/recorder/door/registration";
import type { Connected } from "@/lib/recorder/door/roster";
import type { AskWhose } from "@/lib/recorder/door/token-accounts";
import {
  askDoor,
  connectedAt,
  type DoorServer,
  sayRaw,
  startDoor,
  UpstreamServer,
} from "./testing/door-server";

let real: UpstreamServer;
let sandbox: UpstreamServer;
let door: DoorServer;
let connected: Connected[];
let isDatabaseAway = false;
let now = 0;
let asked: string[] = [];
let whose: AskWhose;

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  real = await new UpstreamServer().start();
  sandbox = await new UpstreamServer().start();
});
beforeEach(() => {
  for (const one of [real, sandbox]) one.heard = [];
  now = 1_000_000;
  asked = [];
  isDatabaseAway = false;
  connected = [connectedAt(real.origin), connectedAt(sandbox.origin, "org_s", "sandbox")];
  whose = async (_, token) => ({ accountKey: token.includes("sandbox") ? "org_s" : "org_1" });
});
afterEach(() => door.stop());
afterAll(async () => {
  await real.stop();
  await sandbox.stop();
  vi.restoreAllMocks();
});

async function open(more: Partial<Parameters<typeof startDoor>[0]> = {}): Promise<void> {
  door = await startDoor({
    upstream: real.origin,
    connected: async () => {
      if (isDatabaseAway) throw new Error("away");
      return connected;
    },
    askWhose: (origin, token) => {
      asked.push(`${origin === real.origin ? "real" : "sandbox"} ${token}`);
      return whose(origin, token);
    },
    now: () => now,
    ...more,
  });
}

const statusOf = async (token: string | null = "ot_pat_a_1", headers = {}) => {
  const got = await askDoor(door.port, { token, headers });
  const { code, details } = got.status < 400 ? {} : JSON.parse(got.body.toString());
  return [got.status, code, details?.reason].filter((one) => one !== undefined).join(" ");
};
const notConnected = "403 FORBIDDEN inbox_not_connected";
const calls = () => [real.heard.length, sandbox.heard.length];

describe("where a token goes", () => {
  it("a sandbox's to the sandbox, all others to OpenTrain", async () => {
    await open();
    expect([await statusOf("ot_pat_sandbox1_x"), calls()]).toEqual(["200", [0, 1]]);
    expect([await statusOf("ot_pat_other_x"), calls()]).toEqual(["200", [1, 1]]);
    expect(asked).toEqual(["sandbox ot_pat_sandbox1_x", "real ot_pat_other_x"]);
  });

  it("all to OpenTrain while no sandbox workspace is open", async () => {
    connected = [connectedAt(real.origin), connectedAt(real.origin, "org_s")];
    await open();
    expect([await statusOf("ot_pat_sandbox1_x"), calls()]).toEqual(["200", [1, 0]]);
    expect(asked).toEqual(["real ot_pat_sandbox1_x"]);
  });

  it("to no origin but the one its account is connected at", async () => {
    connected = [connectedAt("https://formerly.example"), connectedAt(sandbox.origin, "org_1", "sandbox")];
    await open();
    expect([await statusOf("ot_pat_other_x"), calls()]).toEqual([notConnected, [0, 0]]);
  });
});

describe("who passes", () => {
  it.each([
    ["none", null, {}, "401 UNAUTHORIZED agent_token"],
    ["of another scheme", null, { Authorization: "Basic b3RfcGF0X2FfMTp4" }, "401 UNAUTHORIZED agent_token"],
    ["with more behind it", null, { Authorization: "Bearer ot_pat_a_1 x" }, "401 UNAUTHORIZED agent_token"],
    ["empty", null, { Authorization: "Bearer " }, "401 UNAUTHORIZED agent_token"],
    ["in the query alone", null, { "X-Api-Key": "ot_pat_a_1" }, "401 UNAUTHORIZED agent_token"],
    ["a claim token", "ot_clm_a_1", {}, notConnected],
    ["a capture key of ours", "cs_capture_0123456789", {}, notConnected],
  ])("nobody whose token is %s, and nobody is shown it", async (_what, token, headers, answer) => {
    await open();
    expect(await statusOf(token, headers)).toBe(answer);
    expect([asked, ...calls()]).toEqual([[], 0, 0]);
  });

  it("nobody on the connection of somebody who does", async () => {
    whose = async (_, token) => ({ accountKey: token === "ot_pat_a_1" ? "org_1" : "org_9" });
    await open();
    const call = (token: string, end: string) =>
      `GET /api/public/v1/contracts HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nAuthorization: Bearer ${token}\r\nConnection: ${end}\r\n\r\n`;
    const tokens = ["ot_pat_a_1", "ot_pat_a_1", "ot_pat_b_2", "ot_pat_a_1"];
    const said = tokens.map((token, at) => call(token, at === 3 ? "close" : "keep-alive"));
    const got = await sayRaw(door.port, said.join(""));
    expect(got.match(/HTTP\/1\.1 \d+/g)).toEqual([200, 200, 403, 200].map((code) => `HTTP/1.1 ${code}`));
    expect(real.heard.length).toBe(3);
  });

  it("whoever says Bearer in letters of any size", async () => {
    await open();
    expect(await statusOf(null, { Authorization: "bearer   ot_pat_a_1" })).toBe("200");
  });

  it.each([
    ["another account's", { accountKey: "org_9" }],
    ["no account's", { accountKey: null }],
    [
      "refused",
      {
        failure: {
          kind: "refused" as const,
          why: "unauthorized" as const,
          status: 401,
          code: "UNAUTHORIZED",
          reason: null,
          requiredScopes: [],
          requestId: null,
        },
      },
    ],
  ])("nobody with a token that is %s", async (_what, answer) => {
    whose = async () => answer;
    await open();
    expect([await statusOf(), calls()]).toEqual([notConnected, [0, 0]]);
  });

  it("is asked once, for many at once, and remembered for minutes", async () => {
    let tell = () => {};
    whose = () =>
      new Promise((resolve) => {
        tell = () => resolve({ accountKey: "org_1" });
      });
    await open();
    const many = Promise.all(Array.from({ length: 20 }, () => statusOf()));
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    tell();
    expect(new Set(await many)).toEqual(new Set(["200"]));
    whose = async () => ({ accountKey: "org_1" });
    now += 3 * 60_000;
    expect([await statusOf(), asked.length]).toEqual(["200", 1]);
    // Shortly before the end it is asked on the side, and nobody waits.
    now += 90_000;
    expect([await statusOf(), asked.length]).toEqual(["200", 2]);
    now += 5 * 60_000;
    whose = async () => ({ accountKey: null });
    expect([await statusOf(), asked.length]).toEqual([notConnected, 3]);
  });

  it("not more unknown tokens at once than leaves room for others", async () => {
    const telling: (() => void)[] = [];
    whose = () =>
      new Promise((resolve) => {
        telling.push(() => resolve({ accountKey: "org_1" }));
      });
    await open();
    const statuses: string[] = [];
    const many = Array.from({ length: 40 }, async (_, count) => {
      statuses.push(await statusOf(`ot_pat_${count}_x`));
    });
    while (telling.length < 32 || statuses.length < 8) await new Promise((resolve) => setImmediate(resolve));
    for (const tell of telling) tell();
    await Promise.all(many);
    expect(statuses.filter((status) => status === "200")).toHaveLength(32);
    expect(statuses.filter((status) => status === "429 RATE_LIMITED too_many_tokens")).toHaveLength(8);
    whose = async () => ({ accountKey: "org_1" });
    expect(await statusOf("ot_pat_later_x")).toBe("200");
  });

  it("a refusal is remembered shortly", async () => {
    whose = async () => ({ accountKey: null });
    await open();
    expect([await statusOf(), await statusOf(), asked.length]).toEqual([notConnected, notConnected, 1]);
    whose = async () => ({ accountKey: "org_1" });
    now += 16_000;
    expect([await statusOf(), asked.length]).toEqual(["200", 2]);
  });

  it.each([
    ["network", "502 INTERNAL_ERROR inbox_upstream_unreachable"],
    ["timeout", "504 INTERNAL_ERROR inbox_upstream_unreachable"],
    ["server_error", "502 INTERNAL_ERROR inbox_upstream_unreachable"],
    ["rate_limited", "429 RATE_LIMITED upstream_busy"],
  ] as const)("is no refusal when OpenTrain cannot say: %s", async (why, answer) => {
    const more = { status: null, retryAfterMs: null, requestId: null };
    whose = async () => ({ failure: { kind: "unreachable", why, ...more } });
    await open();
    expect(await statusOf()).toBe(answer);
    whose = async () => ({ accountKey: "org_1" });
    expect([await statusOf(), asked.length]).toEqual(["200", 2]);
  });

  it("whoever was connected a moment ago, though the token was known before", async () => {
    connected = [];
    await open();
    expect(await statusOf()).toBe(notConnected);
    connected = [connectedAt(real.origin)];
    now += 250;
    expect([await statusOf(), asked.length]).toEqual(["200", 1]);
  });

  it("nobody who was disconnected, within seconds", async () => {
    await open();
    expect(await statusOf()).toBe("200");
    connected = [];
    now += 6_000;
    expect(await statusOf()).toBe(notConnected);
    now += 60 * 60_000;
    connected = [connectedAt(real.origin)];
    expect(await statusOf()).toBe("200");
  });
});

describe("while the database is away", () => {
  it("those known before pass, and as soon as it is back it counts", async () => {
    await open();
    expect(await statusOf()).toBe("200");
    isDatabaseAway = true;
    for (let minute = 0; minute < 3; minute += 1) {
      now += 60_000;
      expect(await statusOf()).toBe("200");
    }
    isDatabaseAway = false;
    connected = [];
    now += 60_000;
    expect(await statusOf()).toBe(notConnected);
  });

  it("after a start those pass that were noted on disk", async () => {
    isDatabaseAway = true;
    const noted = [connectedAt(real.origin)];
    await open({ recall: async () => noted });
    expect(await statusOf()).toBe("200");
    expect(await statusOf("ot_pat_sandbox1_x")).toBe(notConnected);
  });

  it("with nothing noted nobody does, and it says why", async () => {
    isDatabaseAway = true;
    await open();
    expect([await statusOf(), calls(), asked]).toEqual(["503 INTERNAL_ERROR database", [0, 0], []]);
    isDatabaseAway = false;
    now += 1_000;
    expect(await statusOf()).toBe("200");
  });
});

describe("registration", () => {
  const register = (method = "POST", path = "/api/agent/identity", headers = {}) =>
    askDoor(door.port, { method, path, token: null, body: '{"agent_name":"a"}', headers });
  const limited: string[] = [];
  const on = (limit = async (what: string) => void limited.push(what)) => ({
    registration: new Registration({ isOn: true, limit, realOrigin: real.origin }),
  });
  beforeEach(() => {
    limited.length = 0;
  });

  it("is refused for good where it is off", async () => {
    await open();
    const got = await register();
    expect([got.status, JSON.parse(got.body.toString()).details]).toEqual([
      403,
      { reason: "agent_registration_off" },
    ]);
    expect(calls()).toEqual([0, 0]);
  });

  it("passes byte for byte where it is on, with the shield of all these addresses", async () => {
    await open(on());
    real.answer = (res) =>
      res
        .writeHead(400, { "Content-Type": "application/json", "Set-Cookie": "a=b" })
        .end('{"error": "slow_down"}');
    const got = await register();
    expect([got.status, got.body.toString(), got.headers["set-cookie"]]).toEqual([
      400,
      '{"error": "slow_down"}',
      undefined,
    ]);
    expect(got.headers["content-security-policy"]).toContain("sandbox");
    expect(real.heard[0]).toMatchObject({ method: "POST", url: "/api/agent/identity" });
    expect(real.heard[0]?.body.toString()).toBe('{"agent_name":"a"}');
    real.answer = (res) => res.end("{}");
  });

  it.each([
    ["POST", "/api/agent/identity", ["call", "account"]],
    ["POST", "/api/agent//Identity/", ["call", "account"]],
    ["POST", "/api/agent/%69dentity", ["call", "account"]],
    ["POST", "/api/agent/oauth/../identity", ["call", "account"]],
    ["POST", "/api/agent/identity/claim", ["call"]],
    ["POST", "/api/agent/oauth/token", ["call"]],
  ])("counts %s %s", async (method, path, counted) => {
    await open(on());
    await register(method, path);
    expect([limited, real.heard.length]).toEqual([counted, 1]);
  });

  it("stops where there were too many, and takes none from a page", async () => {
    await open(
      on(async () => {
        throw new AppError("RATE_LIMITED", { reason: "too_many_agents" });
      }),
    );
    expect((await register()).status).toBe(429);
    expect((await register("POST", "/api/agent/identity", { Origin: "http://a.example" })).status).toBe(403);
    expect((await register("POST", "/api/agent/../public/v1/contracts")).status).toBe(400);
    expect(calls()).toEqual([0, 0]);
  });
});
