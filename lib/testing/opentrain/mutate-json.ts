import type { Random } from "@/lib/testing/opentrain/random";
import { type Json, Numeral } from "@/lib/testing/opentrain/strict-json";

// Turns an answer into one that OpenTrain never gave: a value of another kind, a figure twisted, a name twice,
// an element doubled, a piece of text cut out of the middle.

/** Objects as pairs, so that a name can be there twice; all else as the text it is written as. */
type Piece = { pairs: [string, Piece][] } | { items: Piece[] } | { raw: string };
type Place = {
  get(): Piece;
  set(piece: Piece): void;
  remove(): void;
  double(): void;
  /** Of an element, which has no name: nothing. */
  rename(name: string): void;
};

const values = [
  "null",
  "true",
  "false",
  "0",
  "-1",
  "7",
  '""',
  '" "',
  '"x"',
  '"450"',
  '"450.5"',
  '"9,99"',
  '"0450"',
  '"usd"',
  '"USD"',
  '"PAID"',
  '"on_hold"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202egnp.exe"',
  '"🧾 ë"',
  '"__proto__"',
  '"constructor"',
  '"2026-02-30T10:00:00.000Z"',
  '"2026-06-15T12:00:00+02:00"',
  '"2026-06-15T12:00Z"',
  '"2024-02-29T23:59:59.9Z"',
  '"2026-06-15"',
  '"yesterday"',
  "[]",
  "{}",
  "[[]]",
  "[null,7]",
  '{"id":1}',
  '{"id":"x","__proto__":{"polluted":true}}',
  `"${"x".repeat(501)}"`,
  `"${"y".repeat(20_001)}"`,
  `${"[".repeat(70)}${"]".repeat(70)}`,
  `${'{"a":'.repeat(30)}1${"}".repeat(30)}`,
];
const numerals = [
  "450.005",
  "0.1",
  "1e2",
  "4.5E1",
  "12345.67",
  "-3",
  "-0",
  "-0.01",
  "9007199254740993",
  "450.0000000000000001",
  "450.000000000000000000",
  "1200000000000000000000e-20",
  "1e400",
  "1e-400",
  "1e-7",
  "0.30000000000000004",
  "10000000000",
  "10000000000.01",
  "1000000000000",
  "1000000000001",
  "99999999999999999999",
  "2147483648",
  "0.00",
];
const names = ["__proto__", "constructor", "toString", "id", "status", "", "\u0000", "amountUsd", "data"];
const splinters = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\\",
  "\u0000",
  "\ud800",
  "\ufeff",
  "1",
  "-",
  ".",
  "e",
  "null",
  "\n",
];

/** A text with one to four faults. */
export function mutate(json: Json, random: Random): string {
  const root = pieceOf(json);
  const isSpliced = random.below(8) === 0;
  for (let left = 1 + random.below(3); left > 0; left -= 1) damage(root, random);
  return isSpliced ? splice(textOf(root), random) : textOf(root);
}

type Fault = (place: Place, places: Place[], random: Random) => void;

const otherValue: Fault = (place, _, random) => place.set({ raw: random.oneOf(values) });
const twistedFigure: Fault = (place, places, random) => {
  const figures = places.filter((one) => isNumeral(one.get()));
  (figures.length > 0 ? random.oneOf(figures) : place).set({ raw: random.oneOf(numerals) });
};
const faults: Fault[] = [
  otherValue,
  otherValue,
  twistedFigure,
  twistedFigure,
  twistedFigure,
  (place) => place.remove(),
  // As text: a place set to what holds it would never end.
  (place, places, random) => place.set({ raw: textOf(random.oneOf(places).get()) }),
  (place, _, random) => (random.below(4) === 0 ? place.double() : place.rename(random.oneOf(names))),
  (place) => place.set({ items: [place.get()] }),
  (place) => place.set({ pairs: [["id", place.get()]] }),
  (place) => place.set({ raw: JSON.stringify(textOf(place.get())) }),
];

function damage(root: Piece, random: Random): void {
  const places = placesIn(root);
  if (places.length > 0) random.oneOf(faults)(random.oneOf(places), places, random);
}

function splice(text: string, random: Random): string {
  const from = random.below(text.length + 1);
  const to = random.below(3) === 0 ? text.length : from + random.below(6);
  return text.slice(0, from) + (random.below(2) === 0 ? random.oneOf(splinters) : "") + text.slice(to);
}

function isNumeral(piece: Piece): boolean {
  return "raw" in piece && /^-?\d/.test(piece.raw);
}

function pieceOf(json: Json): Piece {
  if (json instanceof Numeral) return { raw: json.text };
  if (json instanceof Map) return { pairs: [...json].map(([name, value]) => [name, pieceOf(value)]) };
  if (Array.isArray(json)) return { items: json.map(pieceOf) };
  return { raw: JSON.stringify(json) };
}

function textOf(piece: Piece): string {
  if ("raw" in piece) return piece.raw;
  if ("items" in piece) return `[${piece.items.map(textOf).join(",")}]`;
  return `{${piece.pairs.map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`).join(",")}}`;
}

function placesIn(piece: Piece): Place[] {
  if ("raw" in piece) return [];
  if ("items" in piece) {
    const { items } = piece;
    return items.flatMap((item, index) => [
      {
        get: () => item,
        set: (value: Piece) => void items.splice(index, 1, value),
        remove: () => void items.splice(index, 1),
        double: () => void items.splice(index, 0, item),
        rename: () => {},
      },
      ...placesIn(item),
    ]);
  }
  const { pairs } = piece;
  return pairs.flatMap((pair, index) => [
    {
      get: () => pair[1],
      set: (value: Piece) => void pairs.splice(index, 1, [pair[0], value]),
      remove: () => void pairs.splice(index, 1),
      double: () => void pairs.splice(index, 0, pair),
      rename: (name: string) => void pairs.splice(index, 1, [name, pair[1]]),
    },
    ...placesIn(pair[1]),
  ]);
}
