import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as guesses from "./guesses";

const folder = new URL(".", import.meta.url);
const source = readFileSync(new URL("guesses.ts", folder), "utf8");
const ours = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "guesses.ts")
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");
/** Sections of the fact book, and how many parts each has. */
const parts = [10, 5, 5, 3, 4, 1, 3, 1, 4, 1, 1, 3, 4, 5, 1, 1, 1, 1, 3, 4, 1, 1, 3, 1, 15, 2, 30];

test.each(Object.keys(guesses))("%s says which open point it settles, and is used", (name) => {
  const [, section, part] =
    new RegExp(`\\/\\*\\* (\\d+)\\.(\\d+): [^/]+\\*\\/\\nexport (?:const|function) ${name}\\b`).exec(
      source,
    ) ?? [];
  expect(section, "no section beside it").toBeDefined();
  expect(Number(section)).toBeGreaterThanOrEqual(1);
  expect(Number(part)).toBeGreaterThanOrEqual(1);
  expect(Number(part)).toBeLessThanOrEqual(parts[Number(section) - 1] ?? 0);
  expect(ours).toMatch(new RegExp(`\\b${name}\\b`));
});

test("they stand in the order of the sections", () => {
  const sections = [...source.matchAll(/\/\*\* (\d+)\.(\d+): /g)].map(([, section, part]) => [
    Number(section),
    Number(part),
  ]);
  const inOrder = sections.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  expect(sections).toEqual(inOrder);
  expect(sections.length).toBeGreaterThanOrEqual(Object.keys(guesses).length);
});
