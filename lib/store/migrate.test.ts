import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readMigrations } from "@/lib/store/migrate";

it("finds the migrations numbered one after the other", () => {
  const files = readMigrations(fileURLToPath(new URL("migrations", import.meta.url)));
  expect(files.map(({ number }) => number)).toEqual(files.map((_file, index) => index + 1));
});
