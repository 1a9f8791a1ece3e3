import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { streamOf } from "@/lib/http/stream-of";
import { receiver } from "./receive";
import { stopServer } from "./stop";
import { webHandler } from "./web-handler";

const piece = "x".repeat(64 * 1024);
const seen = { made: 0, end: () => {} };
let server: Server;
let port: number;

/** As long as anybody reads, unless it breaks. */
async function* endless(breaks: boolean) {
  try {
    for (;;) {
      seen.made += 1;
      yield piece;
      if (breaks) throw new Error("the database went away");
    }
  } finally {
    seen.end();
  }
}

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const facts = { appUrl: "http://localhost:1", port: () => port, proxies: 0, development: false };
  const handler = webHandler(
    async (request) => new Response(await streamOf(endless(request.url.includes("breaks")))),
    { streams: true },
  );
  server = createServer({ requireHostHeader: false });
  server.on("request", receiver(facts, handler));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await stopServer(server, 50);
  vi.restoreAllMocks();
});

describe("a streamed answer", () => {
  it("that breaks off is no whole file to whoever reads it", async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/breaks`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it("is made no faster than it is read, and not at all when nobody is there", async () => {
    seen.made = 0;
    const ended = new Promise<void>((resolve) => {
      seen.end = resolve;
    });
    const socket = connect(port, "127.0.0.1");
    socket.pause();
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    // Once no more is made over many turns of the loop, every buffer on the way is full.
    let before = -1;
    while (seen.made === 0 || seen.made !== before) {
      before = seen.made;
      for (let turn = 0; turn < 2000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(seen.made).toBeLessThan(1000);
    socket.destroy();
    await ended;
  });
});
