import { expect, test } from "vitest";
import { figuresInWords } from "./figures-in-words";
import { storableObject, storableText } from "./storable";
import { hasHiddenCharacters, visibleString, visibleText } from "./visible-text";

test.each([
  ["\u202e", "bidi", "U+202E"],
  ["\u2066", "bidi", "U+2066"],
  ["\u200f", "bidi", "U+200F"],
  ["\u061c", "bidi", "U+061C"],
  ["\u200b", "zero_width", "U+200B"],
  ["\u200c", "zero_width", "U+200C"],
  ["\u2060", "zero_width", "U+2060"],
  ["\ufeff", "zero_width", "U+FEFF"],
  ["\u00ad", "zero_width", "U+00AD"],
  ["\u3164", "zero_width", "U+3164"],
  ["\u{e0041}", "zero_width", "U+E0041"],
  ["\ufe00", "zero_width", "U+FE00"],
  ["\u200d", "zero_width", "U+200D"],
  ["\ufff9", "zero_width", "U+FFF9"],
  ["\u0000", "control", "U+0000"],
  ["\u001b", "control", "U+001B"],
  ["\u007f", "control", "U+007F"],
  ["\u0085", "control", "U+0085"],
  ["\u2028", "control", "U+2028"],
  ["\ud800", "control", "U+D800"],
])("%j is shown by its code", (character, what, code) => {
  expect(visibleText(`a${character}b`)).toEqual([
    { kind: "text", text: "a" },
    { kind: "hidden", what, code, count: 1 },
    { kind: "text", text: "b" },
  ]);
});

test("a joiner belongs to a picture only between two", () => {
  expect(visibleText("a\u200d👍").map(({ kind }) => kind)).toEqual(["text", "hidden", "text"]);
});

test("a run is one mark", () => {
  expect(visibleText("\u200b\u200b\u200b")).toEqual([
    { kind: "hidden", what: "zero_width", code: "U+200B", count: 3 },
  ]);
});

test.each([["plain words, Größe, 数字, नमस्ते"], ["two\nlines\tand a tab"], ["👩‍💻 ❤️ 👍🏽 1️⃣"], ["مرحبا"]])(
  "%j stays one piece of text",
  (text) => {
    expect(visibleText(text)).toEqual([{ kind: "text", text }]);
    expect(hasHiddenCharacters(text)).toBe(false);
  },
);

test("line ends of any kind are line ends", () => {
  expect(visibleText("a\r\nb\rc")).toEqual([{ kind: "text", text: "a\nb\nc" }]);
});

test.each([
  ["  a \n b ", "a b"],
  ["a\u202eb", "a[U+202E]b"],
  ["שלום", "\u2068שלום\u2069"],
])("%j in a sentence", (text, shown) => expect(visibleString(text)).toBe(shown));

test("in a sentence, too long is cut", () => expect(visibleString("x".repeat(9), 4)).toBe("xxxx…"));

test("nothing that no database holds is kept", () => {
  expect(storableText("a\0\ud800\u{1f44d}")).toBe("a\ufffd\ufffd\u{1f44d}");
  expect(storableText("\u{1f44d}", 1)).toBe("\ufffd");
  expect(storableObject({ "a\0": [{ b: "\0", c: 1, d: null }] })).toEqual({
    "a\ufffd": [{ b: "\ufffd", c: 1, d: null }],
  });
  const proto = JSON.parse('{"__proto__":{"isOwner":true}}') as Record<string, unknown>;
  expect(Object.getPrototypeOf(storableObject(proto))).toBe(Object.prototype);
});

test.each([
  ["Total cost $480, due 15 December", "$480", 48_000],
  ["US$ 480.50 in all", "US$ 480.50", 48_050],
  ["USD 1,200", "USD 1,200", 120_000],
  ["costs 480 USD.", "480 USD", 48_000],
  ["about 480 dollars", "480 dollars", 48_000],
  ["480 US dollars", "480 US dollars", 48_000],
  ["480 bucks", "480 bucks", 48_000],
  ["480$", "480$", 48_000],
  ["＄480", "＄480", 48_000],
  ["$1.2k", "$1.2k", 120_000],
  ["$2M", "$2M", 200_000_000],
  ["$480,50", "$480,50", 48_050],
  ["$4'800", "$4'800", 480_000],
  ["$480.005", "$480.005", null],
  ["$00480", "$00480", 48_000],
])("%j holds %s", (words, text, cents) => {
  const start = words.indexOf(text);
  expect(figuresInWords(words, [50_495])).toEqual([{ start, end: start + text.length, text, cents }]);
});

test.each([
  "It is $504.95.",
  "504.95 USD, that is $ 504.95 or US$504.95",
  "$450 into escrow",
  "10k images, 0.91 match, 14 candidates, 15 December 2026",
  "no figures",
  "",
])("%j holds none that differs", (words) =>
  expect(figuresInWords(words, [50_495, 45_000, null])).toEqual([]),
);

test("only those that differ", () => {
  expect(figuresInWords("$450 plus $60 is $510", [45_000]).map(({ cents }) => cents)).toEqual([6000, 51_000]);
});
