// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { letGo, openKeeper } from "./keeper";
import type { KeptList } from "./kept";
import { passIn } from "./pass";
import type { Sealed } from "./seal";
import { putOnShelf, takeFromShelf } from "./shelf";

const shelf: Sealed[] = [];
vi.mock("./shelf", () => ({ putOnShelf: vi.fn(), takeFromShelf: vi.fn() }));

const list: KeptList = {
  asOf: "2026-11-21T10:00:00.000Z",
  savedAt: 1_000,
  locale: "en",
  theme: null,
  timeZone: "UTC",
  isSandbox: false,
  openTrain: { isFollowed: true, lastReadAt: null },
  count: 0,
  rows: [],
};
const passOf = (letter: string) => `${letter.repeat(22)}.${letter.repeat(42)}A`;
const cookie = () => passIn(document.cookie);
const settled = () => vi.waitFor(() => expect(shelf).toHaveLength(1));

beforeEach(() => {
  vi.mocked(putOnShelf).mockImplementation(async (sealed) => {
    shelf.splice(0, shelf.length, sealed);
  });
  vi.mocked(takeFromShelf).mockImplementation(async () => shelf[0] ?? null);
  vi.stubGlobal("indexedDB", { deleteDatabase: () => shelf.splice(0) });
});
afterEach(() => {
  shelf.splice(0);
  // biome-ignore lint/suspicious/noDocumentCookie: as the page writes it
  document.cookie = "offline=; path=/; max-age=0";
  vi.unstubAllGlobals();
});

it("keeps what the page knows, under the pass of its session", async () => {
  const keeper = openKeeper(passOf("a"), () => list);
  await keeper.begin();
  await settled();
  expect(shelf[0]?.id).toBe("a".repeat(22));
  expect(cookie()).toBe(passOf("a"));
  keeper.stop();
});

it("erases what another session kept before it keeps anything", async () => {
  const first = openKeeper(passOf("b"), () => list);
  await first.begin();
  await settled();
  first.stop();
  const next = openKeeper(passOf("c"), () => null);
  await next.begin();
  expect(shelf).toEqual([]);
  expect(cookie()).toBe(passOf("c"));
  next.stop();
});

it("keeps nothing more once another session has begun in this browser, or this one is over", async () => {
  let known: KeptList | null = null;
  const stale = openKeeper(passOf("d"), () => known);
  await stale.begin();
  for (const now of [passOf("e"), null]) {
    // biome-ignore lint/suspicious/noDocumentCookie: as the other page writes it
    document.cookie = now === null ? "offline=; path=/; max-age=0" : `offline=${now}; path=/`;
    known = { ...list, asOf: `2026-11-21T11:00:0${now === null ? 1 : 2}.000Z` };
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(shelf).toEqual([]);
    expect(cookie()).toBe(now);
  }
  stale.stop();
});

it("is not begun again by a tab whose pass was taken away, and is where it was let go here", async () => {
  const pass = passOf("h");
  const first = openKeeper(pass, () => list);
  await first.begin();
  await settled();
  first.stop();
  // biome-ignore lint/suspicious/noDocumentCookie: as another tab does that signs out
  document.cookie = "offline=; path=/; max-age=0";
  await vi.waitFor(() => expect(cookie()).toBeNull());
  shelf.splice(0);
  const again = openKeeper(pass, () => list);
  await again.begin();
  await new Promise((resolve) => setTimeout(resolve));
  expect([cookie(), shelf]).toEqual([null, []]);
  again.stop();
  letGo();
  const wanted = openKeeper(pass, () => list);
  await wanted.begin();
  await settled();
  expect(cookie()).toBe(pass);
  wanted.stop();
});

it("does not take the browser back from the session that came after it", async () => {
  await openKeeper(passOf("f"), () => list).begin();
  const after = openKeeper(passOf("g"), () => list);
  await after.begin();
  await vi.waitFor(() => expect(shelf[0]?.id).toBe("g".repeat(22)));
  await openKeeper(passOf("f"), () => list).begin();
  expect(cookie()).toBe(passOf("g"));
  expect(shelf[0]?.id).toBe("g".repeat(22));
});
