import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import {
  type AddressInfo,
  connect,
  createServer as createRawServer,
  type Server as RawServer,
} from "node:net";
import { Doorkeeper } from "@/lib/recorder/door/doorkeeper";
import { keyedHash } from "@/lib/recorder/door/keyed-hash";
import { Registration } from "@/lib/recorder/door/registration";
import { type Connected, Roster } from "@/lib/recorder/door/roster";
import { type AskWhose, TokenAccounts } from "@/lib/recorder/door/token-accounts";
import { keepNothing } from "@/lib/recorder/keep-nothing";
import type { Keeper } from "@/lib/recorder/keeper";
import { Recorder } from "@/lib/recorder/recorder";
import { Upstreams } from "@/lib/recorder/upstream/upstreams";
import { type Watch, watchNobody } from "@/lib/recorder/watch";
import { agentDoor } from "@/lib/server/agent-door";
import { dispatcher } from "@/lib/server/dispatch";
import { receiver } from "@/lib/server/receive";
import { refuseUnparsed } from "@/lib/server/refuse-unparsed";
import { buildRoutes } from "@/lib/server/routes";
import { sendJson } from "@/lib/server/send";

export const agentToken = "ot_pat_known_0123456789abcdef";

type DoorSettings = {
  upstream: string;
  keeper?: Keeper;
  watch?: Watch;
  connected?: () => Promise<Connected[]>;
  recall?: () => Promise<Connected[] | null>;
  askWhose?: AskWhose;
  registration?: Registration;
  now?: () => number;
};

export type DoorServer = { port: number; recorder: Recorder; stop: () => Promise<void> };

/** The server in front with the recorder behind it, in front of an upstream of the test's own. */
export async function startDoor(settings: DoorSettings): Promise<DoorServer> {
  const { upstream: realOrigin, now = () => performance.now() } = settings;
  const connected = settings.connected ?? (async () => [connectedAt(realOrigin)]);
  const askWhose = settings.askWhose ?? (async () => ({ accountKey: "org_1" }));
  const roster = new Roster({
    read: connected,
    recall: settings.recall ?? (async () => null),
    keep: async () => undefined,
    now,
  });
  const recorder = new Recorder({
    watch: settings.watch ?? watchNobody,
    door: new Doorkeeper({
      roster,
      accounts: new TokenAccounts({ hash: keyedHash("k".repeat(32)), askWhose, now }),
      realOrigin,
    }),
    registration:
      settings.registration ?? new Registration({ isOn: false, limit: async () => undefined, realOrigin }),
    upstreams: new Upstreams(),
    keeper: settings.keeper ?? keepNothing,
    appUrl: "https://inbox.example",
    close: () => undefined,
  });
  const server = createServer({ requireHostHeader: false });
  const port = () => (server.address() as AddressInfo).port;
  const facts = { appUrl: "https://inbox.example", port, proxies: 0, development: false };
  const routes = buildRoutes(
    async ({ res }) => sendJson(res, 200, { next: true }),
    agentDoor(recorder, facts.appUrl),
  );
  const next = async ({ res }: { res: ServerResponse }) => sendJson(res, 200, { next: true });
  const receive = receiver(facts, dispatcher(routes, next, { development: false }));
  server.maxHeadersCount = 0;
  server.on("request", receive);
  server.on("checkExpectation", receive);
  server.on("clientError", refuseUnparsed);
  await listening(server);
  return {
    port: port(),
    recorder,
    stop: async () => {
      server.closeAllConnections();
      await closed(server);
      await recorder.stop();
    },
  };
}

export function connectedAt(
  origin: string,
  accountKey = "org_1",
  kind: Connected["kind"] = "real",
): Connected {
  return { workspaceId: `w_${accountKey}`, connectionId: `c_${accountKey}`, origin, accountKey, kind };
}

export type Heard = { method: string; url: string; rawHeaders: string[]; body: Buffer };

/** OpenTrain as a test wants it: what it heard, to the byte, and an answer of the test's. */
export class UpstreamServer {
  heard: Heard[] = [];
  answer: (res: ServerResponse, req: IncomingMessage) => void = (res) => res.end("{}");
  origin = "";
  readonly #server: Server = createServer(
    { requireHostHeader: false, maxHeaderSize: 64 * 1024 },
    (req, res) => void this.#take(req, res),
  );

  async start(): Promise<this> {
    await listening(this.#server);
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await closed(this.#server);
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of req) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { method = "", url = "", rawHeaders } = req;
    this.heard.push({ method, url, rawHeaders, body: Buffer.concat(chunks) });
    this.answer(res, req);
  }
}

/** An upstream that says these bytes to whoever connects, and then hangs up. */
export async function startRawUpstream(
  say: string | Buffer | null,
): Promise<{ origin: string; asked: () => string; stop: () => Promise<void> }> {
  let asked = "";
  const server: RawServer = createRawServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      asked += data.toString("latin1");
      if (!asked.includes("\r\n\r\n")) return;
      if (say === null) socket.destroy();
      else socket.end(say);
    });
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked: () => asked, stop: () => closed(server) };
}

export type Got = { status: number; rawHeaders: string[]; headers: IncomingMessage["headers"]; body: Buffer };
export type AskOptions = {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  rawHeaders?: string[];
  body?: Buffer | string | Buffer[];
  token?: string | null;
};

/** One call as an agent makes it; nothing is decoded. */
export function askDoor(port: number, options: AskOptions = {}): Promise<Got> {
  const { method = "GET", path = "/api/public/v1/contracts", body, token = agentToken } = options;
  const headers = options.rawHeaders ?? [
    "Host",
    `127.0.0.1:${port}`,
    ...(token === null ? [] : ["Authorization", `Bearer ${token}`]),
    ...Object.entries(options.headers ?? {}).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => [name, one]),
    ),
    ...(body !== undefined && !Array.isArray(body)
      ? ["Content-Length", String(Buffer.byteLength(body))]
      : []),
    ...(Array.isArray(body) ? ["Transfer-Encoding", "chunked"] : []),
  ];
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () =>
        resolve({
          status: res.statusCode ?? 0,
          rawHeaders: res.rawHeaders,
          headers: res.headers,
          body: Buffer.concat(chunks),
        }),
      );
      res.on("error", reject);
    });
    sent.on("error", reject);
    for (const part of [body ?? []].flat()) sent.write(part);
    sent.end();
  });
}

/** These bytes on one connection, and all that comes back until it is closed. */
export function sayRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (data) => {
      got += data.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(got));
  });
}

function listening(server: Server | RawServer): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}

function closed(server: Server | RawServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
