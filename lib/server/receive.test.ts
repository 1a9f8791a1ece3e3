import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
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

  it("refuses an announced body that is too large, and closes", async () => {
    const { status, headers } = await ask({
      method: "POST",
      headers: { ...ours(), "content-length": "65537" },
    }).catch(() => ({ status: 0, headers: {} as Answer["headers"] }));
    expect(status).toBe(413);
    expect(headers.connection).toBe("close");
  });
});
