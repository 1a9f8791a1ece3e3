import { expect, it } from "vitest";
import type { Terms } from "@/lib/domain/records";
import { compareWords } from "./compare-words";
import { termChanges } from "./term-changes";

const asked: Terms = {
  name: "Batch 1",
  description: "Draw boxes on 4,000 dashcam frames.",
  amountCents: 45000,
  dueDate: "2026-12-15",
};
const marked = (before: string, after: string) =>
  compareWords(before, after)
    ?.map(({ kind, text }) => ({ kept: text, out: `[-${text}-]`, in: `[+${text}+]` })[kind])
    .join("");

it("compares texts by their words, amounts and dates whole", () => {
  const changes = termChanges(asked, {
    ...asked,
    description: "Draw boxes on 4,500 dashcam frames.",
    amountCents: 50000,
    dueDate: null,
  });
  expect(changes).toEqual([
    {
      field: "description",
      before: asked.description,
      after: "Draw boxes on 4,500 dashcam frames.",
      words: [
        { kind: "kept", text: "Draw boxes on " },
        { kind: "out", text: "4,000" },
        { kind: "in", text: "4,500" },
        { kind: "kept", text: " dashcam frames." },
      ],
    },
    { field: "amountCents", before: "450.00", after: "500.00", words: null },
    { field: "dueDate", before: "2026-12-15", after: null, words: null },
  ]);
});

it("finds nothing where nothing is different, and nothing in a day that came back as midnight", () => {
  expect(termChanges(asked, { ...asked, dueDate: "2026-12-15T00:00:00.000Z" })).toEqual([]);
});

it.each([
  [
    "a changed phrase is one change",
    "Label the night set of Porto now",
    "Label the day batch of Porto now",
    "Label the [-night set-][+day batch+] of Porto now",
  ],
  ["a word put in", "Label all frames", "Label all night frames", "Label all [+night +]frames"],
  [
    "a figure changes whole",
    "costs $1,200.00 in all",
    "costs $1,250.00 in all",
    "costs [-$1,200.00-][+$1,250.00+] in all",
  ],
  ["a sign nobody sees", "Pay Noor today", "Pay No\u200bor today", "Pay [-Noor-][+No\u200bor+] today"],
  ["lines stay lines", "one two\nthree", "one 2\nthree", "one [-two-][+2+]\nthree"],
])("%s", (_, before, after, expected) => expect(marked(before, after)).toBe(expected));

it("gives both texts up as a whole when little of them is left, or when they are too long to compare", () => {
  expect(compareWords("Draw boxes on dashcam frames", "Pay me now please")).toBeNull();
  const long = "word ".repeat(3_000);
  expect(compareWords(long, `${long}more`)).toBeNull();
  const odd = Array.from({ length: 1_500 }, (_, index) => `w${index}`).join(" ");
  expect(compareWords(odd, odd.replaceAll("w", "v"))).toBeNull();
});

it("says the old text without what was put in, and the new one without what was taken out", () => {
  const [before, after] = ["a b  c, d e f g", "a x y c; d e  f g h"];
  const changes = compareWords(before, after) ?? [];
  const without = (left: string) => changes.flatMap(({ kind, text }) => (kind === left ? [] : text)).join("");
  expect(without("in")).toBe(before);
  expect(without("out")).toBe(after);
});
