import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

export type LoopbackHandler = (request: IncomingMessage, response: ServerResponse) => void;
type LoopbackCall = {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
};

/** A server on a free port that answers as a test says, byte for byte, and remembers what was asked. */
export class Loopback {
  origin = "";
  calls: LoopbackCall[] = [];
  handle: LoopbackHandler = () => {};
  readonly #server = createServer((request, response) => void this.#take(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call: LoopbackCall = {
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: "",
    };
    this.calls.push(call);
    for await (const chunk of request) call.body += String(chunk);
    this.handle(request, response);
  }
}

/** One for the test file; call it once, outside the tests. */
export function serveLoopback(): Loopback {
  const loopback = new Loopback();
  beforeAll(() => loopback.start());
  afterAll(() => loopback.stop());
  beforeEach(() => {
    loopback.calls = [];
  });
  return loopback;
}

/** An origin where nobody listens. */
export async function closedOrigin(): Promise<string> {
  const loopback = new Loopback();
  await loopback.start();
  await loopback.stop();
  return loopback.origin;
}
