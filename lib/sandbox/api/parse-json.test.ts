import { expect, test } from "vitest";
import { Refusal } from "../refusal";
import { parseJson } from "./parse-json";

const refused = (text: string) => {
  try {
    return parseJson(text);
  } catch (error) {
    return error instanceof Refusal ? error.details : error;
  }
};

test.each([
  ["", undefined],
  [" \n", undefined],
  ["null", null],
  ['{"a":{"a":[{"a":1},{"a":2}]},"b":"a"}', { a: { a: [{ a: 1 }, { a: 2 }] }, b: "a" }],
  ['{"\\"a":1,"a\\"":"}{:,"}', { '"a': 1, 'a"': "}{:," }],
  ['["a","a"]', ["a", "a"]],
])("takes %j", (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test.each([
  ["{", "body"],
  ["{'a':1}", "body"],
  ["{} {}", "body"],
  ["[".repeat(100_000) + "]".repeat(100_000), "body"],
  ['{"a":1,"a":1}', "a"],
  ['{"a":1,"\\u0061":2}', "a"],
  ['{"x":[{"b":{},"c":1,"b":0}]}', "b"],
])("refuses %.40s", (text, field) => {
  expect(refused(text)).toEqual({ field });
});

test("takes __proto__ as a key like any other", () => {
  expect(Object.keys(parseJson('{"__proto__":{"amount":1}}') as object)).toEqual(["__proto__"]);
});
