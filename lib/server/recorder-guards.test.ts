import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  agentToken,
  askDoor,
  type DoorServer,
  sayRaw,
  startDoor,
  startRawUpstream,
  UpstreamServer,
} from "./testing/door-server";

let upstream: UpstreamServer;
let door: DoorServer;

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  upstream = await new UpstreamServer().start();
  door = await startDoor({ upstream: upstream.origin });
});
beforeEach(() => {
  upstream.heard = [];
  upstream.answer = (res) => res.end("{}");
});
afterAll(async () => {
  await door.stop();
  await upstream.stop();
  vi.restoreAllMocks();
});

const refusal = (body: string | Buffer) => JSON.parse(String(body)) as Record<string, unknown>;
const head = () =>
  `Host: 127.0.0.1:${door.port}\r\nAuthorization: Bearer ${agentToken}\r\nConnection: close\r\n`;

describe("no path leads out", () => {
  it.each([
    "/api/public/v1/..",
    "/api/public/v1/../..",
    "/api/public/v1/../v1/contracts",
    "/api/public/v1/../../internal",
    "/api/public/v1/contracts/../../v1",
    "/api/public/v1/contracts/../../../x",
    "/api/public/v1//../contracts",
    "/api/public/v1/%2e%2e/x",
    "/api/public/v1/%2E%2e/x",
    "/api/public/v1/.%2e/x",
    "/api/public/v1/..%2f..%2fx",
    "/api/public/v1/approvals/..%2F..%2Fappr_1",
    "/api/public/v1/..%5c..%5cx",
    "/api/public/v1/..%5Cx",
    "/api/public/v1/%252e%252e/x",
    "/api/public/v1/..%252f..%252fx",
    "/api/public/v1/%25252e%25252e%25252fx",
    "/api/public/v1/%2525252e%2525252e/x",
    "/api/public/v1/..;/x",
    "/api/public/v1/..;a=b/x",
    "/api/public/v1/%2e%2e%3b/x",
    "/api/public/v1/x%00",
    "/api/public/v1/x%2500",
    "/api/public/v1/x%0d%0aHost:%20evil.example",
    "/api/public/v1/x%250a",
    "/api/public/v1/%c0%ae%c0%ae/x",
    "/api/public/v1/%c0%afx",
    "/api/public/v1/%zz",
    "/api/public/v1/%",
    "/api/public/v1/%ff",
    "/api/public/v1/a\\..\\..\\x",
    "/api/public/v1/a#b",
  ])("%s", async (path) => {
    const got = await sayRaw(door.port, `GET ${path} HTTP/1.1\r\n${head()}\r\n`);
    expect(got).toMatch(/^HTTP\/1\.1 400 /);
    expect(upstream.heard).toEqual([]);
  });

  it.each([
    "/api/public/v1",
    "/api/public/v1x/contracts",
    "/api/public/../public/v1/contracts",
    "/api/%70ublic/v1/contracts",
    "/api/public%2fv1/contracts",
    "/api//public/v1/contracts",
    "/x/../api/public/v1/contracts",
    "/API/public/v1/contracts",
  ])("%s is nothing of the recorder's", async (path) => {
    const got = await sayRaw(door.port, `GET ${path} HTTP/1.1\r\n${head()}\r\n`);
    expect(got).toMatch(/^HTTP\/1\.1 (404|200) /);
    expect(upstream.heard).toEqual([]);
  });
});

it("an id that is longer than any is not asked about", async () => {
  const ask = (id: string) =>
    askDoor(door.port, { method: "POST", path: `/api/public/v1/proposals/${id}/hire` });
  const { status, body } = await ask("x".repeat(501));
  expect([status, refusal(body)]).toMatchObject([
    400,
    { code: "BAD_REQUEST", details: { reason: "recorder_id" } },
  ]);
  expect(upstream.heard).toEqual([]);
  expect((await ask("x".repeat(500))).status).toBe(200);
});

describe("what is no plain request goes nowhere", () => {
  const post = (lines: string, body = "") =>
    `POST /api/public/v1/contracts HTTP/1.1\r\n${head()}${lines}\r\n\r\n${body}`;
  const smuggled = "GET /api/public/v1/smuggled HTTP/1.1\r\n\r\n";

  it.each([
    ["an absolute target", () => `GET http://evil.example/api/public/v1/x HTTP/1.1\r\n${head()}\r\n`],
    [
      "our own absolute target",
      () => `GET http://127.0.0.1:${door.port}/api/public/v1/x HTTP/1.1\r\n${head()}\r\n`,
    ],
    ["a target without a scheme", () => `GET //evil.example/api/public/v1/x HTTP/1.1\r\n${head()}\r\n`],
    ["a target with user info", () => `GET @evil.example/api/public/v1/x HTTP/1.1\r\n${head()}\r\n`],
    ["CONNECT", () => `CONNECT evil.example:443 HTTP/1.1\r\n${head()}\r\n`],
    ["TRACE", () => `TRACE /api/public/v1/x HTTP/1.1\r\n${head()}\r\n`],
    [
      "a foreign host",
      () =>
        `GET /api/public/v1/x HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer ${agentToken}\r\nConnection: close\r\n\r\n`,
    ],
    ["two hosts", () => `GET /api/public/v1/x HTTP/1.1\r\n${head()}Host: evil.example\r\n\r\n`],
    [
      "no host",
      () =>
        `GET /api/public/v1/x HTTP/1.1\r\nAuthorization: Bearer ${agentToken}\r\nConnection: close\r\n\r\n`,
    ],
    ["two lengths", () => post("Content-Length: 0\r\nContent-Length: 44", smuggled)],
    ["two lengths in one", () => post("Content-Length: 0, 44", smuggled)],
    [
      "a length and chunks",
      () => post("Content-Length: 6\r\nTransfer-Encoding: chunked", `0\r\n\r\n${smuggled}`),
    ],
    [
      "chunks and a length",
      () => post("Transfer-Encoding: chunked\r\nContent-Length: 6", `0\r\n\r\n${smuggled}`),
    ],
    ["another transfer coding", () => post("Transfer-Encoding: gzip, chunked", "0\r\n\r\n")],
    ["a hidden transfer coding", () => post("Transfer-Encoding: xchunked", "0\r\n\r\n")],
    ["chunks twice", () => post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n")],
    ["a space before the colon", () => post("Content-Length : 3", "abc")],
    ["a signed length", () => post("Content-Length: +3", "abc")],
    ["a length of another base", () => post("Content-Length: 0x3", "abc")],
    ["a folded header", () => `GET /api/public/v1/x HTTP/1.1\r\n${head()}Accept: a\r\n b\r\n\r\n`],
    [
      "a folded credential",
      () =>
        `GET /api/public/v1/x HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nConnection: close\r\nAuthorization: Bearer\r\n ${agentToken}\r\n\r\n`,
    ],
    [
      "two credentials",
      () => `GET /api/public/v1/x HTTP/1.1\r\n${head()}Authorization: Bearer ot_pat_other_1\r\n\r\n`,
    ],
    [
      "a bare line feed in a header",
      () => `GET /api/public/v1/x HTTP/1.1\r\n${head()}Accept: a\nCookie: b\r\n\r\n`,
    ],
    ["a NUL in a header", () => `GET /api/public/v1/x HTTP/1.1\r\n${head()}Accept: a\0b\r\n\r\n`],
    [
      "more headers than anybody needs",
      () => `GET /api/public/v1/x HTTP/1.1\r\n${head()}${"Accept: a\r\n".repeat(100)}\r\n`,
    ],
    ["a broken chunk", () => post("Transfer-Encoding: chunked", "zz\r\nabc\r\n0\r\n\r\n")],
  ])("%s", async (_what, bytes) => {
    const got = await sayRaw(door.port, bytes());
    expect(got).toMatch(/^HTTP\/1\.1 4(00|13) |^$/);
    expect(got.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(upstream.heard).toEqual([]);
  });
});

describe("a browser gets nothing", () => {
  it.each([
    ["/api/public/v1/contracts", { token: agentToken }],
    ["/api/public/v1/contracts", { token: null }],
    ["/api/agent/identity", { token: null }],
  ])("that was led to %s", async (path, { token }) => {
    const got = await askDoor(door.port, { path, token, headers: { "Sec-Fetch-Mode": "navigate" } });
    expect([got.status, refusal(got.body)]).toMatchObject([
      403,
      { code: "FORBIDDEN", details: { reason: "browser_navigation" } },
    ]);
    expect(upstream.heard).toEqual([]);
  });

  it("for its session", async () => {
    const got = await askDoor(door.port, { token: null, headers: { Cookie: "next-auth.session-token=s" } });
    expect([got.status, refusal(got.body)]).toMatchObject([401, { details: { reason: "agent_token" } }]);
  });

  it("to run, on our own refusals as little", async () => {
    for (const options of [{ token: null }, { path: "/api/public/v1/%zz" }, { token: "other" }]) {
      const got = await askDoor(door.port, options);
      expect(got.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "x-request-id": refusal(got.body).requestId,
      });
      expect(got.headers["set-cookie"]).toBeUndefined();
    }
  });
});

describe("an upstream that is no good", () => {
  const away = { code: "INTERNAL_ERROR", details: { reason: "inbox_upstream_unreachable" } };

  it.each([
    ["hangs up", null],
    ["says no HTTP", "SSH-2.0-OpenSSH_9\r\n\r\n"],
    ["says half a head", "HTTP/1.1 200 OK\r\nContent-Le"],
    ["says two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nab"],
    [
      "says a length and chunks",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    [
      "switches protocols",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
    ],
    ["has a head without end", `HTTP/1.1 200 OK\r\nX-A: ${"a".repeat(70_000)}\r\n\r\n`],
  ])("%s", async (_what, say) => {
    const raw = await startRawUpstream(say);
    const own = await startDoor({ upstream: raw.origin });
    const got = await askDoor(own.port);
    expect([got.status, refusal(got.body)]).toMatchObject([502, away]);
    await own.stop();
    await raw.stop();
  });

  it("is not there", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const own = await startDoor({ upstream: `http://127.0.0.1:${port}` });
    const got = await askDoor(own.port);
    expect([got.status, refusal(got.body)]).toMatchObject([502, away]);
    await own.stop();
  });

  it.each([
    ["of its length", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"],
    ["of its chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"],
  ])("breaks off in the middle %s, and so do we", async (_what, say) => {
    const raw = await startRawUpstream(say);
    const own = await startDoor({ upstream: raw.origin });
    await expect(askDoor(own.port)).rejects.toThrow();
    await own.stop();
    await raw.stop();
  });

  it("is written to over a connection of its own each time, and read from over one that is kept", async () => {
    const ports: (number | undefined)[] = [];
    upstream.answer = (res, req) => {
      ports.push(req.socket.remotePort);
      res.end("{}");
    };
    for (const method of ["GET", "GET", "POST", "POST", "DELETE"]) await askDoor(door.port, { method });
    const path = "/api/public/v1/milestones/m/fund";
    await askDoor(door.port, { method: "POST", path });
    expect(ports[1]).toBe(ports[0]);
    expect(new Set(ports.slice(1)).size).toBe(5);
  });

  it("keeps a connection it has closed, and a read is asked again where a write is not", async () => {
    upstream.answer = (res) => res.end("{}");
    expect((await askDoor(door.port)).status).toBe(200);
    let count = 0;
    upstream.answer = (res) => {
      count += 1;
      if (count === 1) res.destroy();
      else res.end("{}");
    };
    expect((await askDoor(door.port)).status).toBe(200);
    expect(count).toBe(2);
    count = 0;
    const got = await askDoor(door.port, { method: "POST", body: "{}" });
    expect([got.status, count]).toEqual([502, 1]);
  });
});
