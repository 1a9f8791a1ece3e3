import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "./json-text";

const fieldOf = (text: string) => {
  try {
    parseJsonText(text);
    return "accepted";
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
};

describe("parseJsonText", () => {
  it("reads every JSON value as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        // Of numbers only those that parsing leaves as they are.
        const text = JSON.stringify(value, (_, part) =>
          typeof part === "number" ? Math.trunc(part % 1e9) : part,
        );
        expect(parseJsonText(text)).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}', "a.c.0.d"],
    ['{"a":[1,{"b":1},{"x":"}","\\u0062":2,"b":3}]}', "a.2.b"],
    ['{"\\u0061":1,"a":2}', "a"],
  ])("refuses a key given twice: %s", (text, field) => expect(fieldOf(text)).toBe(field));

  it.each(['{"a":{"b":1},"b":2}', '[{"a":1},{"a":2}]', '{"a":"a","b":"a"}', '{"a":["a","a"]}'])(
    "takes the same word in other places: %s",
    (text) => expect(fieldOf(text)).toBe("accepted"),
  );

  it.each([
    ['{"a":"x\\u0000"}', "a"],
    ['{"a":["ok","\\ud800"]}', "a.1"],
    ['{"a\\u0000":1}', "a\u0000"],
  ])("refuses what could not be stored: %j", (text, field) => expect(fieldOf(text)).toBe(field));

  it("never takes an amount for another: what parsing would change stays as it was written", () => {
    expect(parseJsonText('{"amount":450.0000000000000001}')).toEqual({ amount: "450.0000000000000001" });
  });

  it("takes a whole surrogate pair", () => expect(fieldOf('{"a":"\\ud83d\\ude00"}')).toBe("accepted"));

  it.each(["", "{", "undefined", "{'a':1}", '{"a":1,}', '{"a":"\u0000"}'])("refuses %j", (text) =>
    expect(fieldOf(text)).toBe(""),
  );

  it("refuses nesting without end", () => {
    expect(fieldOf(`${"[".repeat(30_000)}${"]".repeat(30_000)}`)).not.toBe("accepted");
  });
});
