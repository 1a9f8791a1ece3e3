import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Exchange } from "./exchange";
import { receiver } from "./receive";
import { refuseUnparsed } from "./refuse-unparsed";
import { sendJson } from "./send";
import { stopServer } from "./stop";

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
let server: Server;
let port: number;
const seen: Exchange[] = [];

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const facts = { appUrl: "http://localhost:1", port: () => port, proxies: 0, development: false };
  server = createServer({ requireHostHeader: false });
  server.on(
    "request",
    receiver(facts, async (exchange) => {
      seen.push(exchange);
      if (exchange.path === "/fails") throw new Error("broken");
      sendJson(exchange.res, 200, { path: exchange.path });
    }),
  );
  server.on("clientError", refuseUnparsed);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await stopServer(server);
  vi.restoreAllMocks();
});

function ask(options: {
  method?: string;
  path?: string;
  headers?: Record<string, string> | string[];
}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, setHost: false, path: "/", ...options }, async (res) => {
      let body = "";
      for await (const chunk of res) body += String(chunk);
      resolve({ status: res.statusCode ?? 0, headers: res.headers, body });
    });
    sent.on("error", reject);
    sent.end();
  });
}

const ours = () => ({ host: `127.0.0.1:${port}` });

describe("receiver", () => {
  it("gives every answer its own id, nonce and headers", async () => {
    const [one, two] = [await ask({ headers: ours() }), await ask({ headers: ours(), path: "/fails" })];
    expect(one.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(one.headers["x-request-id"]).not.toBe(two.headers["x-request-id"]);
    expect(one.headers["content-security-policy"]).not.toBe(two.headers["content-security-policy"]);
    expect(one.headers["content-security-policy"]).toContain(`'nonce-${seen[0]?.nonce}'`);
    for (const answer of [one, two]) expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(two.status).toBe(500);
    expect(JSON.parse(two.body)).toMatchObject({
      code: "INTERNAL_ERROR",
      requestId: two.headers["x-request-id"],
    });
  });

  it("takes no request id and no address from a client", async () => {
    const before = seen.length;
    await ask({ headers: { ...ours(), "x-request-id": "mine", "x-forwarded-for": "9.9.9.9" } });
    expect(seen[before]).toMatchObject({ address: "127.0.0.1" });
    expect(seen[before]?.requestId).not.toBe("mine");
  });

  it.each([
    ["a foreign host", { headers: { host: "evil.example" } }, "host"],
    ["no host", {}, "host"],
    ["two hosts", { headers: ["Host", "localhost", "Host", "evil.example"] }, "host"],
    ["an absolute target", { path: "http://evil.example/", headers: { host: "localhost" } }, "request_line"],
    ["an odd method", { method: "PROPFIND", headers: { host: "localhost" } }, "request_line"],
  ])("refuses %s before any handler", async (_what, options, reason) => {
    const before = seen.length;
    const { status, body } = await ask(options);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: "BAD_REQUEST", details: { reason } });
    expect(seen).toHaveLength(before);
  });

  it.each([
    ["two content types", ["Content-Type", "a/b", "Content-Type", "c/d"], "repeated"],
    ["two origins", ["Origin", "http://a.example", "Origin", "http://b.example"], "repeated"],
    ["a hundred and one headers", Array.from({ length: 200 }, (_, n) => (n % 2 ? "x" : `X-${n}`)), "headers"],
    ["a transfer of another kind", ["Transfer-Encoding", "gzip, chunked"], "transfer_encoding"],
  ])("refuses %s", async (_what, headers, reason) => {
    const { status, body } = await ask({ method: "POST", headers: ["Host", ours().host, ...headers] });
    expect([status, JSON.parse(body)]).toMatchObject([400, { details: { reason } }]);
  });

  it("answers what it does not read, and is there for the next on the same connection", async () => {
    const size = 1024 * 1024;
    const head = `Host: 127.0.0.1:${port}\r\n`;
    const announced = `POST / HTTP/1.1\r\n${head}Content-Length: ${size}\r\n\r\n${"x".repeat(size)}`;
    const streamed = `POST /unread HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${"x".repeat(size)}\r\n0\r\n\r\n`;
    const last = `GET / HTTP/1.1\r\n${head}Connection: close\r\n\r\n`;
    expect(await statuses(`${announced}${streamed}${last}`)).toEqual([413, 200, 200]);
  });

  it("lets go of a body that never ends", async () => {
    const endless = `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 70000\r\n\r\nx`;
    expect(await statuses(endless)).toEqual([413]);
  });

  it("keeps of a refused address only what it knows", async () => {
    const write = vi.mocked(process.stdout.write);
    write.mockClear();
    await ask({ path: "/fails?q=secret-query", headers: ours() });
    await ask({ path: "/secret-path/..", headers: ours() });
    const lines = write.mock.calls.map(([line]) => String(line)).join("");
    expect(lines).toContain('"path":"unknown"');
    expect(lines).not.toMatch(/secret-(query|path)/);
  });
});

/** The statuses of all answers on one connection, until it is closed. */
function statuses(sent: string): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let got = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    socket.on("data", (data) => {
      got += data.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () =>
      resolve([...got.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))),
    );
  });
}
