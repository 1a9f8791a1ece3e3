// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { clearBadge, showBadge } from "./app-badge";

const asked: (number | null)[] = [];

function stub(answer: () => Promise<void>): void {
  asked.length = 0;
  vi.stubGlobal("navigator", {
    setAppBadge: (count: number) => {
      asked.push(count);
      return answer();
    },
    clearAppBadge: () => {
      asked.push(null);
      return answer();
    },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("shows the count, and no number when nothing waits", () => {
  stub(() => Promise.resolve());
  showBadge(3);
  showBadge(0);
  clearBadge();
  expect(asked).toEqual([3, null, null]);
});

it("says nothing when it is refused, throws or is not there", async () => {
  stub(() => Promise.reject(new Error("not allowed")));
  showBadge(2);
  stub(() => {
    throw new Error("not installed");
  });
  showBadge(2);
  vi.stubGlobal("navigator", {});
  showBadge(2);
  clearBadge();
  await Promise.resolve();
});
