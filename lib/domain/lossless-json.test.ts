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
  ['"9007199254740993"', "9007199254740993"],
  ['"a \\" 9007199254740993"', 'a " 9007199254740993'],
])("%s", (text, value) => expect(parseLossless(`{"a":[${text}]}`)).toEqual({ a: [value] }));

test.each(["", "{", '{"a":}', "01", "{12345678901234567890:1}", "<html>"])("%j is no JSON", (text) =>
  expect(() => parseLossless(text)).toThrow(SyntaxError),
);
