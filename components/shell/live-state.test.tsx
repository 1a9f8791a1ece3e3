// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { FIXTURE_NOW } from "@/components/styleguide/fixture-clock";
import { summary } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import { liveState } from "@/lib/api/queries/pace";
import type { Summary } from "@/lib/api/types";
import { LiveState } from "./live-state";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  act(() => liveState.set("starting"));
});

const lastReadAt = new Date(Date.parse(FIXTURE_NOW) - 4_000).toISOString();

function show(sync: Partial<Summary["sync"]> = {}): () => string {
  const summaryMore = { sync: { ...summary.sync, state: "ok" as const, lastReadAt, ...sync } };
  const { container } = render(
    <Harness state="full" summaryMore={summaryMore}>
      <LiveState />
    </Harness>,
  );
  return () => (container.textContent ?? "").replaceAll("\u00a0", " ");
}

it("says that it is not live while it asks by the clock, and how old what it shows is, until it is told again", () => {
  const words = show();
  act(() => liveState.set("live"));
  expect(words()).toBe("Live, checked 4 s ago");
  act(() => liveState.set("polling"));
  expect(words()).toBe("Not live, checked 4 s agoasking every few seconds");
  act(() => liveState.set("live"));
  expect(words()).toBe("Live, checked 4 s ago");
});

it("gives no age where nothing was read yet", () => {
  const words = show({ lastReadAt: null });
  act(() => liveState.set("polling"));
  expect(words()).toBe("Not liveasking every few seconds");
});

it.each([
  ["unreachable", "OpenTrain does not answerlast read 4 s ago"],
  ["refused", "OpenTrain refuses our tokenlast read 4 s ago"],
  ["behind", "Catching up, checked 4 s ago"],
] as const)("says of OpenTrain %s rather than of its own stream", (state, said) => {
  const words = show({ state });
  act(() => liveState.set("polling"));
  expect(words()).toBe(said);
});

it("says nothing of live or not without a network", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  show();
  act(() => liveState.set("polling"));
  expect(screen.getByText(/^Offline\. This is what was true/)).toBeTruthy();
});
