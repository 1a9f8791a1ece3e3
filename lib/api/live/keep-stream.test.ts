import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveState } from "../queries/pace";
import { keepStream } from "./keep-stream";

type Open = ReadableStreamDefaultController<Uint8Array>;

let status: number | "cut";
let open: Open | null;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  [status, open] = [200, null];
  vi.stubGlobal("fetch", async (_: string, { signal }: { signal: AbortSignal }) => {
    if (status === "cut") throw new TypeError("no connection");
    if (status !== 200) return new Response(null, { status });
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        open = controller;
        signal.addEventListener("abort", () => controller.error(new Error("aborted")));
      },
    });
    return new Response(body);
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  // In this order: a spy puts back what it found, and what it found was our own.
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The states it told, each change once. */
function keep(): LiveState[] {
  const states: LiveState[] = [];
  const kept = keepStream(null, ({ state }) => void (states.at(-1) !== state && states.push(state)));
  stop = kept.stop;
  return states;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("stays live over a server that is back in a moment", async () => {
  const states = keep();
  await pass(0);
  status = "cut";
  open?.close();
  await pass(2_500);
  expect(states).toEqual(["live"]);
  status = 200;
  await pass(10_000);
  expect(states).toEqual(["live"]);
});

it("asks by the clock from where it becomes clear that nothing is told any more, until it is again", async () => {
  const states = keep();
  await pass(0);
  status = "cut";
  open?.close();
  await pass(2_900);
  expect(states).toEqual(["live"]);
  await pass(200);
  expect(states).toEqual(["live", "polling"]);
  status = 200;
  await pass(60_000);
  expect(states).toEqual(["live", "polling", "live"]);
});

it("does not wait where it is refused, and tries again ever less often", async () => {
  const states = keep();
  await pass(0);
  status = 503;
  open?.close();
  await pass(300);
  expect(states).toEqual(["live", "polling"]);
  const asked = vi.spyOn(globalThis, "fetch");
  await pass(120_000);
  expect(asked.mock.calls.length).toBeGreaterThan(5);
  expect(asked.mock.calls.length).toBeLessThan(15);
});

it("is not live while a server that says nothing keeps the line open", async () => {
  const states = keep();
  await pass(0);
  status = "cut";
  await pass(34_000);
  expect(states).toEqual(["live"]);
  await pass(5_000);
  expect(states).toEqual(["live", "polling"]);
});
