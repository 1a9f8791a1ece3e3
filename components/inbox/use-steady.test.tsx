// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { hire } from "@/components/styleguide/fixtures";
import { useSteady } from "./use-steady";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const list = (ids: string) => [...ids].map((id) => ({ ...hire, id }));
const wait = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

function show(ids: string) {
  const hook = renderHook(({ live, place }) => useSteady(live, place), {
    initialProps: { live: list(ids), place: "" },
  });
  const said = () =>
    hook.result.current.entries
      .map(({ approval, isGone }) => (isGone ? `(${approval.id})` : approval.id))
      .join("");
  return {
    said,
    current: () => hook.result.current,
    become: (now: string, place = "") => hook.rerender({ live: list(now), place }),
  };
}

it("moves nothing under a mouse, and lets it in when the mouse leaves", () => {
  const { said, current, become } = show("ab");
  act(() => current().list.onPointerEnter({ pointerType: "mouse" }));
  become("xab");
  expect([said(), current().waiting.length]).toEqual(["ab", 1]);
  act(() => current().list.onPointerLeave());
  expect([said(), current().waiting.length]).toEqual(["xab", 0]);
});

it("takes a mouse that rests for one that is not about to press", () => {
  const { said, current, become } = show("ab");
  act(() => current().list.onPointerEnter({ pointerType: "mouse" }));
  become("xab");
  wait(3_000);
  act(() => current().list.onPointerMove({ pointerType: "mouse" }));
  wait(3_000);
  expect(said()).toBe("ab");
  wait(2_000);
  expect(said()).toBe("xab");
});

it("is not held by a finger, which only scrolls", () => {
  const { said, current, become } = show("ab");
  act(() => current().list.onPointerEnter({ pointerType: "touch" }));
  become("xab");
  expect(said()).toBe("xab");
});

it("waits while it is scrolled, until it is asked for", () => {
  const { said, current, become } = show("ab");
  act(() => current().setScrolled(true));
  become("axyb");
  expect([said(), current().waiting.map(({ id }) => id)]).toEqual(["ab", ["x", "y"]]);
  act(() => current().showAll());
  expect(said()).toBe("axyb");
});

it("says for a while what left, but not under the mouse's eyes", () => {
  const { said, current, become } = show("abc");
  become("ac");
  expect(said()).toBe("a(b)c");
  act(() => current().list.onPointerEnter({ pointerType: "mouse" }));
  wait(3_500);
  act(() => current().list.onPointerMove({ pointerType: "mouse" }));
  wait(3_500);
  act(() => current().list.onPointerMove({ pointerType: "mouse" }));
  wait(2_000);
  expect(said()).toBe("a(b)c");
  act(() => current().list.onPointerLeave());
  wait(1_500);
  expect(said()).toBe("ac");
});

it("takes each away in its time, however many go on leaving", () => {
  const { said, become } = show("abcde");
  become("bcde");
  wait(5_000);
  become("cde");
  wait(2_900);
  expect(said()).toBe("(a)(b)cde");
  wait(200);
  become("de");
  expect(said()).toBe("(b)(c)de");
  wait(5_000);
  expect(said()).toBe("(c)de");
  wait(3_000);
  expect(said()).toBe("de");
});

it("keeps the row the keyboard is on, and no other", () => {
  const { said, current, become } = show("abcd");
  const focusOn = (id: string) => {
    const target = document.createElement("a");
    target.href = "/";
    target.dataset.left = id;
    document.body.append(target);
    target.focus();
    vi.spyOn(target, "matches").mockReturnValue(true);
    act(() => current().list.onFocus({ target }));
  };
  focusOn("b");
  become("cd");
  wait(9_000);
  expect(said()).toBe("(b)cd");
  focusOn("c");
  wait(1_100);
  expect(said()).toBe("cd");
});

it("draws another list as it is", () => {
  const { said, current, become } = show("abc");
  act(() => current().setScrolled(true));
  become("cx", "?q=x");
  expect([said(), current().waiting.length]).toEqual(["cx", 0]);
});
