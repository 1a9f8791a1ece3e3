import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadsheetText } from "./spreadsheet-text";

describe("spreadsheetText", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 170", "'+49 170"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\u3000＝1", "'\u3000＝1"],
    ["＝1", "'＝1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠x", "'＠x"],
    ["\t=1", "' =1"],
    ["\r=1", "' =1"],
    ["\n-1", "' -1"],
    ["Batch 4;=1", "Batch 4;'=1"],
    ["Batch 4; ＝1", "Batch 4;' ＝1"],
    ["\u200b=1", "[U+200B]=1"],
    ["a\u202eb", "a[U+202E]b"],
    ["one\r\ntwo\tthree", "one two three"],
  ])("%j becomes %j", (text, expected) => expect(spreadsheetText(text)).toBe(expected));

  it.each([
    "Batch 4 = done",
    "a-b",
    "noor@example.com",
    "Noor B. 😀",
    "עברית",
    "",
    "it's",
    "50 %",
    "'quoted'",
  ])("leaves %j as it is", (text) => expect(spreadsheetText(text)).toBe(text));

  it("never begins a cell that runs, wherever the text is cut", () => {
    const sign = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "＝",
      "﹢",
      "\t",
      "\r",
      "\n",
      " ",
      "\u00a0",
      ";",
      "a",
      "\u200f",
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        for (const cell of spreadsheetText(text).split(/[;\t\r\n]/)) {
          expect(cell.normalize("NFKC")).not.toMatch(/^\s*[=+\-@]/);
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
