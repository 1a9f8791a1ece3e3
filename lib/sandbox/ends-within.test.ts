import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endsWithin } from "./ends-within";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const silent = createServer(() => undefined);

beforeAll(async () => void (await once(silent.listen(0), "listening")));
afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

/** Resolves when the call was given up. */
function call(whole: AbortSignal, ms: number): Promise<unknown> {
  const { port } = silent.address() as AddressInfo;
  const sent = request({ port, agent: false, signal: endsWithin(whole, ms) }).end();
  return new Promise((resolve) => sent.on("error", resolve));
}

it("gives up in time whatever is collected meanwhile", async () => {
  const calls = Array.from({ length: 20 }, () => call(new AbortController().signal, 100));
  const collecting = setInterval(collect, 10);
  await Promise.all(calls);
  clearInterval(collecting);
});

it("ends at once with the whole, also one that has ended before", async () => {
  const whole = new AbortController();
  const one = endsWithin(whole.signal, 60_000);
  expect(one.aborted).toBe(false);
  whole.abort();
  expect([one.aborted, endsWithin(whole.signal, 60_000).aborted]).toEqual([true, true]);
});
