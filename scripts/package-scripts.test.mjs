import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

// npm hands a signal to the shell it started; a shell that waits for its child would die and leave it running.
it.each(["start", "dev", "sandbox"])("npm run %s replaces its shell, so that a signal arrives", (name) => {
  expect(scripts[name]).toMatch(/^exec node /);
});
