import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveEvent } from "../types";
import type { Told } from "./keep-stream";
import { shareStream } from "./share-stream";

/** A server that answers each stream and can write into all of them. */
function fakeServer() {
  const streams = new Map<ReadableStreamDefaultController<Uint8Array>, string | null>();
  let status = 200;
  let opened = 0;
  vi.stubGlobal(
    "fetch",
    async (_: string, { headers, signal }: { headers: Record<string, string>; signal: AbortSignal }) => {
      if (status !== 200) return new Response(null, { status });
      let own: ReadableStreamDefaultController<Uint8Array> | null = null;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          opened += 1;
          own = controller;
          streams.set(controller, headers["Last-Event-ID"] ?? null);
        },
      });
      signal.addEventListener("abort", () => {
        if (own && streams.delete(own)) own.error(new Error("aborted"));
      });
      return new Response(body);
    },
  );
  return {
    open: () => streams.size,
    opened: () => opened,
    places: () => [...streams.values()],
    write(text: string) {
      for (const stream of streams.keys()) stream.enqueue(new TextEncoder().encode(text));
    },
    refuse(with_: number) {
      status = with_;
      for (const stream of streams.keys()) stream.close();
      streams.clear();
    },
  };
}

type Request = { grant: () => void; lose: () => void };

/** Locks as a browser has them, for one name. */
function fakeLocks() {
  let held: Request | null = null;
  const line: Request[] = [];
  const next = () => {
    held = line.shift() ?? null;
    held?.grant();
  };
  return {
    request(
      _: string,
      { signal, steal }: { signal?: AbortSignal; steal?: boolean },
      work: () => Promise<void>,
    ) {
      return new Promise<void>((resolve, reject) => {
        const one: Request = {
          grant: () =>
            void work().then(() => {
              if (held === one) next();
              resolve();
            }),
          lose: () => reject(new DOMException("stolen", "AbortError")),
        };
        signal?.addEventListener("abort", () => {
          const at = line.indexOf(one);
          if (at < 0) return;
          line.splice(at, 1);
          reject(new DOMException("aborted", "AbortError"));
        });
        if (steal) held?.lose();
        if (steal || held === null) {
          held = one;
          one.grant();
        } else line.push(one);
      });
    },
  };
}

const page = { hidden: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
let server: ReturnType<typeof fakeServer>;
const open: { stop: () => void }[] = [];

beforeEach(() => {
  page.hidden = false;
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  server = fakeServer();
});
afterEach(() => {
  for (const tab of open.splice(0)) tab.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function tab(place = "drawn", bornAt = Date.now()) {
  const told: Told[] = [];
  const shared = shareStream(place, bornAt, (one) => void told.push(one));
  const made = {
    ...shared,
    ids: () => told.flatMap(({ events }) => events.map(({ id }: LiveEvent) => id)),
    state: () => told.at(-1)?.state,
  };
  open.push(made);
  return made;
}

const event = (id: string) => `id: at-${id}\ndata: {"kind":"approval","id":"${id}"}\n\n`;

it("keeps one stream for all tabs, and tells each of them", async () => {
  const tabs = [tab(), tab(), tab()];
  await expect.poll(() => tabs.map((one) => one.state())).toEqual(["live", "live", "live"]);
  server.write(event("a"));
  await expect.poll(() => tabs.map((one) => one.ids())).toEqual([["a"], ["a"], ["a"]]);
  expect(server.open()).toBe(1);
});

it("goes on in the next tab where the one that closed had come to", async () => {
  const [first, second] = [tab(), tab()];
  await expect.poll(() => second.state()).toBe("live");
  server.write(event("a"));
  await expect.poll(() => second.ids()).toEqual(["a"]);
  first.stop();
  await expect.poll(() => server.places()).toEqual(["at-a"]);
  server.write(event("b"));
  await expect.poll(() => second.ids()).toEqual(["a", "b"]);
});

it("tells a tab that comes later what was told since it was drawn, or that anything may have changed", async () => {
  const first = tab();
  await expect.poll(() => first.state()).toBe("live");
  const bornAt = Date.now();
  server.write(event("a"));
  await expect.poll(() => first.ids()).toEqual(["a"]);
  const [late, old] = [tab("drawn", bornAt), tab("drawn", bornAt - 100_000)];
  await expect.poll(() => late.ids()).toEqual(["a"]);
  await expect.poll(() => old.ids().length).toBe(7);
  expect(first.ids()).toEqual(["a"]);
});

it("takes over from a tab that sleeps", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const first = tab();
  await vi.waitFor(() => expect(first.state()).toBe("live"));
  const second = tab();
  await vi.waitFor(() => expect(second.state()).toBe("live"));
  // Nothing is heard from the one that leads, although its stream is open.
  const asleep = vi.spyOn(BroadcastChannel.prototype, "postMessage").mockImplementation(() => {});
  await vi.advanceTimersByTimeAsync(50_500);
  asleep.mockRestore();
  await vi.waitFor(() => expect([server.open(), server.opened()]).toEqual([1, 2]));
  server.write(event("a"));
  await vi.waitFor(() => expect(second.ids()).toEqual(["a"]));
});

it("says that it is over, and asks no more, when the session is", async () => {
  const tabs = [tab(), tab()];
  await expect.poll(() => tabs.map((one) => one.state())).toEqual(["live", "live"]);
  server.refuse(401);
  await expect.poll(() => tabs.map((one) => one.state())).toEqual(["over", "over"]);
  expect(server.open()).toBe(0);
});

it("falls back to polling where it is refused", async () => {
  server.refuse(503);
  const one = tab();
  await expect.poll(() => one.state()).toBe("polling");
});

it("has a stream for each tab that is seen where there are no locks", async () => {
  vi.stubGlobal("navigator", {});
  const tabs = [tab(), tab()];
  await expect.poll(() => tabs.map((one) => one.state())).toEqual(["live", "live"]);
  expect(server.open()).toBe(2);
  page.hidden = true;
  for (const [, follow] of page.addEventListener.mock.calls) (follow as () => void)();
  await expect.poll(() => server.open()).toBe(0);
});
