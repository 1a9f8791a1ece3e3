import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/domain/locale";
import { english } from "./en";
import { messagesFor } from "./index";

type Leaf = { path: string; value: unknown };

/** Every string and function of a catalogue, by where it stands. */
function leavesOf(value: unknown, path = ""): Leaf[] {
  // Said once more under its own names.
  if (path === "browser") return [];
  if (value === null || typeof value !== "object") return [{ path, value }];
  return Object.entries(value).flatMap(([name, item]) =>
    leavesOf(item, path === "" ? name : `${path}.${name}`),
  );
}

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
const stringsOf = (words: unknown) =>
  leavesOf(words).filter((leaf): leaf is { path: string; value: string } => typeof leaf.value === "string");

/** What a function of numbers says of these; others need more than a number to speak. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 1000, 12_345];
function countedOf(words: unknown): { path: string; count: number; text: string }[] {
  return leavesOf(words).flatMap(({ path, value }) => {
    if (typeof value !== "function" || value.length !== 1) return [];
    return COUNTS.flatMap((count) => {
      try {
        const text: unknown = value(count);
        return typeof text === "string" ? { path, count, text } : [];
      } catch {
        return [];
      }
    });
  });
}

/** What is the same in every language: names, commands, what agents read, and how `Intl` is told. */
const SAME =
  /^(format|doors\.commands|settings\.capture\.instructions\.(recorder|key|secretVariable)|connection\.scopes\.[^.]+\.need|screens\.palette\.languages)\b/;

const foreign = LANGUAGES.filter((language) => language !== "en");

describe.each(foreign)("the catalogue in %s", (language) => {
  const words = messagesFor(language);

  it("has the words of the English one, all of them and no others", () => {
    const paths = (catalogue: unknown) =>
      leavesOf(catalogue).map(({ path, value }) => `${path} ${typeof value}`);
    const loose = /^(format\.zones|errors\.|connection\.syncProblems)/;
    expect(
      paths(words)
        .toSorted()
        .filter((path) => !loose.test(path)),
    ).toEqual(
      paths(english)
        .toSorted()
        .filter((path) => !loose.test(path)),
    );
    expect(Object.keys(words.errors.codes).toSorted()).toEqual(Object.keys(english.errors.codes).toSorted());
    expect(Object.keys(words.errors.reasons).toSorted()).toEqual(
      Object.keys(english.errors.reasons).toSorted(),
    );
    expect(Object.keys(words.connection.syncProblems)).toEqual(Object.keys(english.connection.syncProblems));
  });

  it("fills the same places", () => {
    const inEnglish = new Map(stringsOf(english).map(({ path, value }) => [path, placesOf(value)]));
    const others = stringsOf(words).filter(
      ({ path, value }) =>
        !SAME.test(path) && JSON.stringify(placesOf(value)) !== JSON.stringify(inEnglish.get(path)),
    );
    expect(others).toEqual([]);
    const counted = new Map(
      countedOf(english).map(({ path, count, text }) => [`${path} ${count}`, placesOf(text)]),
    );
    const otherCounted = countedOf(words).filter(
      ({ path, count, text }) =>
        JSON.stringify(placesOf(text)) !== JSON.stringify(counted.get(`${path} ${count}`)),
    );
    expect(otherCounted).toEqual([]);
  });

  it("left no sentence in English", () => {
    const inEnglish = new Map(stringsOf(english).map(({ path, value }) => [path, value]));
    const left = stringsOf(words).filter(
      ({ path, value }) =>
        value === inEnglish.get(path) && /\p{L}{3,}\s+\p{L}{3,}/u.test(value) && !SAME.test(path),
    );
    expect(left).toEqual([]);
    const common = /\b(the|and|this|that|with|were|not|have|which|nothing|your|you)\b/i;
    const mixed = stringsOf(words).filter(
      ({ path, value }) => common.test(value.replace(/\{\w+\}|\S+:\S+/g, "")) && !SAME.test(path),
    );
    expect(mixed).toEqual([]);
    expect(countedOf(words).filter(({ text }) => common.test(text))).toEqual([]);
  });
});

/** With its figures taken out, what is left of a counted sentence is its form. */
const formsOf = (words: unknown) => {
  const forms = new Map<string, string>();
  for (const { path, count, text } of countedOf(words))
    forms.set(`${path} ${count}`, text.replace(/\d+/g, "#"));
  return forms;
};
const countedPaths = [...new Set(countedOf(english).map(({ path }) => path))];

describe.each(foreign)("what is counted in %s", (language) => {
  const words = messagesFor(language);
  const mark = new Intl.NumberFormat(language).format(12_345);
  const said = new Map(countedOf(words).map(({ path, count, text }) => [`${path} ${count}`, text]));

  it("has a form for one and for many wherever English has", () => {
    const [inEnglish, own] = [formsOf(english), formsOf(words)];
    const differs = (forms: Map<string, string>, path: string) =>
      forms.get(`${path} 1`) !== forms.get(`${path} 2`);
    // A word that is the same for one and for many, and the second or third time.
    const same = /^screens\.password\.left$|\.askedAgain$/;
    const flat = countedPaths.filter((path) => differs(inEnglish, path) && !differs(own, path));
    expect(flat.filter((path) => !same.test(path))).toEqual([]);
  });

  it("groups its figures wherever English does", () => {
    const grouped = countedOf(english).filter(
      ({ count, text }) => count === 12_345 && text.includes("12,345"),
    );
    expect(grouped.length).toBeGreaterThan(20);
    expect(grouped.filter(({ path }) => !said.get(`${path} 12345`)?.includes(mark))).toEqual([]);
  });

  it("knows a count for each form the language has", () => {
    const rules = new Intl.PluralRules(language);
    const tried = new Set(COUNTS.map((count) => rules.select(count)));
    expect(rules.resolvedOptions().pluralCategories.filter((form) => !tried.has(form))).toEqual([]);
  });
});

describe.each([...LANGUAGES])("the words in %s", (language) => {
  const words = messagesFor(language);
  const all = [
    ...stringsOf(words),
    ...countedOf(words).map(({ path, text }) => ({ path, value: text })),
  ].filter(({ path }) => !SAME.test(path));

  it("are set as a printer would", () => {
    const wrong = /["`]|(?<=\p{L})'(?=\p{L})|\s{2,}|\.\.\.| [.,;:!]|^\s*$/u;
    // What stands between two pieces that are read aloud.
    const joints = /\.lineage\.compared\./;
    expect(all.filter(({ path, value }) => wrong.test(value) && !joints.test(path))).toEqual([]);
  });

  it("end no sentence with a figure that may end in a full stop of its own", () => {
    const marked = Object.values(words.format.units).some((unit) => unit.endsWith("."));
    const doubled = all.filter(({ value }) => /\{(ago|left|time)\}\./.test(value));
    expect(marked ? doubled : []).toEqual([]);
  });

  it("call out to nobody", () => {
    const ring = /\.ring\./;
    expect(all.filter(({ path, value }) => value.includes("!") && !ring.test(path))).toEqual([]);
  });
});
