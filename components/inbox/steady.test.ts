import { describe, expect, it } from "vitest";
import { hire } from "@/components/styleguide/fixtures";
import { beginWith, type Steady, steadied, without } from "./steady";

const list = (ids: string) => [...ids].map((id) => ({ ...hire, id }));
/** Those that left in brackets, those that are new with a plus. */
const said = ({ entries, waiting }: Steady) =>
  `${entries.map(({ approval: { id }, isGone, isNew }) => (isGone ? `(${id})` : isNew ? `+${id}` : id)).join("")}${
    waiting.length > 0 ? ` ${waiting.map(({ id }) => id).join("")}` : ""
  }`;
const change = (before: string, now: string, isHeld = false) =>
  steadied(beginWith(list(before)), list(now), isHeld);

describe("a list that is not held", () => {
  it.each([
    ["abc", "abc", "abc"],
    ["abc", "abxc", "ab+xc"],
    ["abc", "xabc", "+xabc"],
    ["abc", "ac", "a(b)c"],
    ["abc", "bc", "(a)bc"],
    ["abc", "ab", "ab(c)"],
    ["abc", "cba", "cba"],
    ["abc", "", "(a)(b)(c)"],
    ["", "ab", "ab"],
    ["abcd", "xd", "(a)(b)(c)+xd"],
  ])("of %s becomes %s as %s", (before, now, shown) => expect(said(change(before, now))).toBe(shown));
});

describe("a list that is held", () => {
  it.each([
    ["abc", "axbc", "abc x"],
    ["abc", "xyabc", "abc xy"],
    ["abc", "cab", "abc"],
    ["abc", "xac", "a(b)c x"],
  ])("of %s with %s there stays %s", (before, now, shown) =>
    expect(said(change(before, now, true))).toBe(shown),
  );

  it("lets in what waited once it is let go", () => {
    const held = change("abc", "axbc", true);
    expect(said(steadied(held, list("axbc"), false))).toBe("a+xbc");
  });
});

it("keeps what left in its place until it is taken away, and takes it back if it comes back", () => {
  const gone = change("abc", "ac");
  expect(said(steadied(gone, list("ac"), false))).toBe("a(b)c");
  expect(said(steadied(gone, list("acd"), true))).toBe("a(b)c d");
  expect(said(without(gone, new Set(["b", "a"])))).toBe("ac");
  expect(said(steadied(gone, list("abc"), false))).toBe("abc");
});

it("says nothing of many that leave at once", () => expect(said(change("abcdefghijk", "k"))).toBe("k"));

it("hands on the same row where nothing changed", () => {
  const [live, before] = [list("abc"), beginWith(list("abc"))];
  const begun = beginWith(live);
  const next = steadied(begun, [...live.slice(0, 2), { ...hire, id: "x" }, ...live.slice(2)], false);
  expect(next.entries.filter((entry) => begun.entries.includes(entry))).toHaveLength(3);
  expect(steadied(before, live, false).entries[0]).not.toBe(before.entries[0]);
});
