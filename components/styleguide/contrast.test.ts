import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COLOUR_PAIRS } from "./colour-pairs";
import { contrast } from "./contrast";

const css = readFileSync("app/globals.css", "utf8");

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(css.indexOf("{", start), css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

it("counts as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it.each([
  ["light", ":root"],
  ["dark", ':root[data-theme="dark"]'],
])("keeps every colour readable on what it stands on, in the %s theme", (theme, selector) => {
  const token = tokensOf(selector);
  for (const { ink, grounds, least } of COLOUR_PAIRS) {
    for (const ground of grounds) {
      expect(
        contrast(token[ink] ?? "", token[ground] ?? ""),
        `${theme}: ${ink} on ${ground}`,
      ).toBeGreaterThanOrEqual(least);
    }
  }
});

it("says the dark palette twice in the same words", () => {
  expect(tokensOf(':root:not([data-theme="light"])')).toEqual(tokensOf(':root[data-theme="dark"]'));
});
