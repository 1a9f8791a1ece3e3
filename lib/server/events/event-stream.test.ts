import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { openEventStream } from "./event-stream";

const server = createServer();
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function connected() {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const asked = new Promise<ServerResponse>((resolve) => server.once("request", (_, res) => resolve(res)));
  const { port } = server.address() as AddressInfo;
  const answered = new Promise<IncomingMessage>((resolve) => get({ port, host: "127.0.0.1" }, resolve));
  const res = await asked;
  const stream = openEventStream(res);
  return { answer: await answered, res, stream };
}

function fakeResponse() {
  const wrote: string[] = [];
  const state = { destroyed: false, writableLength: 0 };
  const res = {
    get destroyed() {
      return state.destroyed;
    },
    get writableLength() {
      return state.writableLength;
    },
    writeHead: () => res,
    write: (text: string) => void wrote.push(text),
    destroy: () => {
      state.destroyed = true;
    },
    end: () => undefined,
  };
  return { res: res as unknown as ServerResponse, wrote, state };
}

it("writes where it stands with the last event alone, so that half a telling is told again", () => {
  const { res, wrote } = fakeResponse();
  const stream = openEventStream(res);
  stream.tell(
    [
      { kind: "approval", id: "a\nb" },
      { kind: "summary", id: null },
    ],
    "here",
  );
  stream.tell([], "there");
  stream.beat("still");
  expect(wrote).toEqual([
    "retry: 1000\n\n",
    'data: {"kind":"approval","id":"a\\nb"}\n\nid: here\ndata: {"kind":"summary","id":null}\n\n',
    "id: there\n\n",
    ": beat\nid: still\n\n",
  ]);
});

it("drops whoever does not take what was sent, by the next beat or when too much waits", () => {
  const [idle, flooded] = [fakeResponse(), fakeResponse()];
  const [slow, full] = [openEventStream(idle.res), openEventStream(flooded.res)];
  idle.state.writableLength = 1;
  slow.tell([{ kind: "summary", id: null }], "here");
  expect(idle.state.destroyed).toBe(false);
  slow.beat("here");
  expect(idle.state.destroyed).toBe(true);
  flooded.state.writableLength = 100_000;
  full.tell([{ kind: "summary", id: null }], "here");
  expect(flooded.state.destroyed).toBe(true);
  const before = flooded.wrote.length;
  full.tell([{ kind: "summary", id: null }], "here");
  expect(flooded.wrote.length).toBe(before);
});

it("keeps no more than a little for a real reader that has stopped reading", async () => {
  const { answer, res, stream } = await connected();
  answer.pause();
  const closed = new Promise<void>((resolve) => res.once("close", resolve));
  const told = Array.from({ length: 100 }, (_, at) => ({
    kind: "approval" as const,
    id: `${at}`.padEnd(200, "x"),
  }));
  let most = 0;
  const flood = setInterval(() => {
    for (let turn = 0; turn < 50; turn += 1) {
      stream.tell(told, "here");
      most = Math.max(most, res.writableLength);
    }
  }, 1);
  await closed;
  clearInterval(flood);
  answer.destroy();
  expect(most).toBeLessThan(200_000);
});
