import { describe, expect, it } from "vitest";
import { isFresh, type KeptList } from "./kept";
import { passIn, readPass } from "./pass";
import { seal, unseal } from "./seal";

const hour = 3_600_000;
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
const pass = (letter: string) => ({ id: letter.repeat(22), key: `${letter.repeat(42)}A` });

describe("a sealed list", () => {
  it("is read with the pass it was sealed with", async () => {
    const sealed = await seal(list, pass("a"));
    expect(await unseal(sealed, pass("a"))).toEqual(list);
    expect(Buffer.from(sealed.data).toString()).not.toContain("asOf");
  });

  it("is not read by another session, under whatever name", async () => {
    const sealed = await seal(list, pass("a"));
    expect(await unseal(sealed, pass("b"))).toBeNull();
    expect(await unseal({ ...sealed, id: pass("b").id }, pass("b"))).toBeNull();
  });

  it("is not read when its age was changed", async () => {
    const sealed = await seal(list, pass("a"));
    expect(await unseal({ ...sealed, savedAt: 2_000 }, pass("a"))).toBeNull();
  });
});

describe("how long it is shown", () => {
  it.each([
    [0, true],
    [71.9 * hour, true],
    [72 * hour, false],
    [-30_000, true],
    // The clock was set back: how old it is can no longer be said.
    [-hour, false],
  ])("%d ms after it was kept: %s", (age, fresh) => expect(isFresh(1_000_000, 1_000_000 + age)).toBe(fresh));
});

describe("the pass", () => {
  it("is found among other cookies, and taken only whole", () => {
    const text = `${"i".repeat(22)}.${"k".repeat(43)}`;
    expect(passIn(`zone=UTC; offline=${text}; theme=dark`)).toBe(text);
    expect(passIn("zone=UTC; not-offline=x")).toBeNull();
    expect(readPass(text)).toEqual({ id: "i".repeat(22), key: "k".repeat(43) });
    for (const bad of [null, "", "x", text.slice(1), `${text}x`]) expect(readPass(bad)).toBeNull();
  });
});
