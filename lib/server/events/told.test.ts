import { expect, it } from "vitest";
import { everything, tellOnce } from "./told";

const approval = (id: string | null) => ({ kind: "approval" as const, id });

it("tells each thing once", () => {
  const burst = Array.from({ length: 1_000 }, (_, at) => approval(`a${at % 3}`));
  expect(tellOnce([...burst, { kind: "summary", id: null }])).toEqual([
    approval("a0"),
    approval("a1"),
    approval("a2"),
    { kind: "summary", id: null },
  ]);
});

it("tells of the whole kind when that is what changed, or too much of it", () => {
  expect(tellOnce([approval("a"), approval(null), approval("b")])).toEqual([approval(null)]);
  const many = Array.from({ length: 101 }, (_, at) => approval(String(at)));
  expect(tellOnce(many)).toEqual([approval(null)]);
  expect(tellOnce(many.slice(1)).length).toBe(100);
});

it("has every kind in everything", () => {
  expect(everything.map(({ kind }) => kind).toSorted()).toEqual([
    "approval",
    "blocked",
    "capture",
    "claim",
    "contract",
    "summary",
    "unanswered",
  ]);
});
