import { expect, test } from "vitest";
import { parseLossless } from "./lossless-json";

test.each([
  ["450", 450],
  ["450.00", 450],
  ["4.5e2", 450],
  ["-0.01", -0.01],
  ["450.0000000000000001", "450.0000000000000001"],
  ["9007199254740993", "9007199254740993"],
  ["1e400", "1e400"],
  ["0.1", 0.1],
  ["0.30000000000000004", 0.300_000_000_000_000_04],
  ["450.000000000000000000", 450],
  ["-0.0", -0],
  ["1e-7", 1e-7],
  ["1e-400", "1e-400"],
  ["3e-324", "3e-324"],
  ["0e999999999999", 0],
  ['"9007199254740993"', "9007199254740993"],
  ['"a \\" 9007199254740993"', 'a " 9007199254740993'],
])("%s", (text, value) => expect(parseLossless(`{"a":[${text}]}`)).toEqual({ a: [value] }));

test.each(["", "{", '{"a":}', "01", "{12345678901234567890:1}", "<html>"])("%j is no JSON", (text) =>
  expect(() => parseLossless(text)).toThrow(SyntaxError),
);

test("a text of escapes without end is read without a deep stack", () => {
  const long = "\\".repeat(3_000_000);
  expect(parseLossless(JSON.stringify([long, 1]))).toEqual([long, 1]);
});
