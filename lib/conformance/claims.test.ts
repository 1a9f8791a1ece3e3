import { expect, test } from "vitest";
import { claimKinds } from "./claim";
import { claims } from "./claims";
import { untested } from "./untested";

const form = /^\d{1,2}(\.\d)?$/;

test("each case names its section and is there once", () => {
  expect(claims.length).toBeGreaterThanOrEqual(200);
  const told = [...claims, ...untested];
  expect(told.filter(({ section }) => !form.test(section))).toEqual([]);
  const names = told.map(({ section, claim }) => `${section} ${claim}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("every kind has cases, and what is left out says why", () => {
  expect(new Set(claims.map(({ kind }) => kind))).toEqual(new Set(claimKinds));
  expect(untested.filter(({ why }) => why.length < 10)).toEqual([]);
});

test("every section that describes the service has a case or a reason for none", () => {
  // 1 and 25 to 27 sum up, compare and ask.
  const described = Array.from({ length: 23 }, (_, index) => String(index + 2));
  const covered = new Set([...claims, ...untested].map(({ section }) => section.split(".")[0]));
  expect(described.filter((section) => !covered.has(section))).toEqual([]);
});

test("a good part of the cases only reads, so that a real account can be looked at", () => {
  expect(claims.filter((claim) => claim.reads).length).toBeGreaterThanOrEqual(40);
});
