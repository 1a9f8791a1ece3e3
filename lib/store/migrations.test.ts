import { readdirSync } from "node:fs";
import { expect, it } from "vitest";

it("numbers every migration once, without a gap", () => {
  const names = readdirSync("lib/store/migrations").sort();
  const numbers = names.map((name) => Number(/^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]));
  expect(numbers).toEqual(names.map((_, index) => index + 1));
});
