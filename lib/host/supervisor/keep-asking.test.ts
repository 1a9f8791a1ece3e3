import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Installed } from "@/lib/host/supervisor/installation";
import { isUndecided, keepAsking } from "@/lib/host/supervisor/keep-asking";

const away: Installed = { state: "none", hasOwner: true, realConnection: "unreachable" };
const connected: Installed = { state: "real", hasOwner: true, realConnection: "ok" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("asks again, ever more rarely, until there is an answer", async () => {
  const ask = vi.fn<() => Promise<Installed>>().mockResolvedValue(away);
  keepAsking(ask);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(ask).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000 + 20_000 + 40_000 + 60_000);
  expect(ask).toHaveBeenCalledTimes(5);
  ask.mockRejectedValueOnce(new Error("the database is away"));
  await vi.advanceTimersByTimeAsync(60_000);
  ask.mockResolvedValue(connected);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ask).toHaveBeenCalledTimes(7);
});

it("stops when told to, in the middle of a question too", async () => {
  const asked: ((installed: Installed) => void)[] = [];
  const ask = vi.fn(() => new Promise<Installed>((resolve) => void asked.push(resolve)));
  const asking = keepAsking(ask);
  await vi.advanceTimersByTimeAsync(5_000);
  asking.stop();
  asked[0]?.(away);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ask).toHaveBeenCalledTimes(1);
});

it("leaves a refused token, and an account that is only away for now, to others", () => {
  expect(isUndecided({ ...away, realConnection: "refused" })).toBe(false);
  expect(isUndecided({ ...connected, realConnection: "unreachable" })).toBe(false);
  expect(isUndecided({ ...away, realConnection: "none" })).toBe(false);
  expect(isUndecided(away)).toBe(true);
});
