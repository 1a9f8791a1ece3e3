import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { paper } from "./paper";

it("is the paper of each theme in the styles", () => {
  const styles = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
  const papers = [...styles.matchAll(/--paper: (#[0-9a-f]{6})/g)].map(([, colour]) => colour);
  expect(papers).toEqual([paper.light, paper.dark, paper.dark]);
});
