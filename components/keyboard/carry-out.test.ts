import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ACTIONS } from "./act";
import { carryOut } from "./carry-out";

const router = { push: vi.fn(), replace: vi.fn() };
const leave = vi.fn();
const next = vi.fn();
const loaded = { ACTIONS: { ...ACTIONS, leave, next } };
let nowMs = 0;

beforeEach(() => {
  nowMs += 60_000;
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
  window.history.replaceState(null, "", "/approvals/a");
});

afterEach(() => {
  window.history.replaceState(null, "", "/");
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

/** What the keys do, on a line that brings it when it is told to. */
function slowLine() {
  let arrive = () => {};
  const arrived = new Promise<typeof loaded>((resolve) => {
    arrive = () => resolve(loaded);
  });
  return { load: () => arrived, arrive };
}

it("leaves for what was open at the press, and not for what is open by then", async () => {
  const { load, arrive } = slowLine();
  const onA = carryOut("leave", router, load);
  window.history.replaceState(null, "", "/approvals/b");
  const onB = carryOut("leave", router, load);
  arrive();
  await Promise.all([onA, onB]);
  expect(leave).toHaveBeenCalledOnce();
});

it("does not leave long after the press, and still moves", async () => {
  const { load, arrive } = slowLine();
  const pressed = [carryOut("leave", router, load), carryOut("next", router, load)];
  nowMs += 1_001;
  arrive();
  await Promise.all(pressed);
  expect(leave).not.toHaveBeenCalled();
  expect(next).toHaveBeenCalledOnce();
});

it("leaves once for two presses, and again for one that is meant", async () => {
  const { load, arrive } = slowLine();
  const pressed = [carryOut("leave", router, load), carryOut("leave", router, load)];
  arrive();
  await Promise.all(pressed);
  expect(leave).toHaveBeenCalledOnce();
  nowMs += 1_001;
  await carryOut("leave", router, load);
  expect(leave).toHaveBeenCalledTimes(2);
});

it("bears that nothing came, and asks anew", async () => {
  await carryOut("next", router, () => Promise.reject(new Error("no line")));
  expect(next).not.toHaveBeenCalled();
  await carryOut("next", router, async () => loaded);
  expect(next).toHaveBeenCalledOnce();
});
