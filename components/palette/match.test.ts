import { expect, it } from "vitest";
import { bestMatches, matchScore } from "./match";

it("wants every word, wherever it stands", () => {
  expect(matchScore("noor batch", ["Hire Noor B.", "Batch 1"])).toBeGreaterThan(0);
  expect(matchScore("noor piotr", ["Hire Noor B.", "Batch 1"])).toBe(0);
});

it("does not mind accents and case", () => {
  expect(matchScore("zoe", ["Hire Zoë"])).toBeGreaterThan(0);
  expect(matchScore("ZOË", ["hire zoe"])).toBeGreaterThan(0);
});

it("takes everything where nothing is asked", () => {
  expect(matchScore("  ", ["anything"])).toBeGreaterThan(0);
});

it("puts what begins with the words first, and keeps the order of equals", () => {
  const found = bestMatches("his", ["Show this", "History", "A history", "His"], (text) => [text]);
  expect(found).toEqual(["His", "History", "A history", "Show this"]);
});

it("finds an amount with and without its mark", () => {
  expect(matchScore("504.95", ["$504.95"])).toBeGreaterThan(0);
  expect(matchScore("$504", ["$504.95"])).toBeGreaterThan(0);
});

it("puts what says it in those words before what only has them", () => {
  const names = ["Batch 70i3 1 for 7 days", "Batch 70i3 7"];
  expect(bestMatches("batch 70i3 7", names, (name) => [name])[0]).toBe("Batch 70i3 7");
});

it("takes signs as signs", () => {
  expect(matchScore("(a+b)*[c]", ["what (a+b)*[c] is"])).toBeGreaterThan(0);
  expect(matchScore(".*", ["anything"])).toBe(0);
});
