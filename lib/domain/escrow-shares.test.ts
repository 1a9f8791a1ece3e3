import { expect, it } from "vitest";
import { escrowShares } from "./escrow-shares";
import type { MilestonePhase } from "./records";

const of = (id: string, phase: MilestonePhase, amountCents: number | null, goneAt: string | null = null) => ({
  ...{ id, phase, amountCents, goneAt },
});
const milestones = [
  of("paid", "released", 100),
  of("held", "funded", 300),
  of("done", "submitted", 200),
  of("next", "not_funded", 50),
  of("back", "funded", 999, "2026-11-20T00:00:00.000Z"),
];

it("divides what is in escrow into what a release takes and what stays", () => {
  expect(escrowShares("release", "done", milestones)).toEqual({
    heldCents: 500,
    partCents: 200,
    restCents: 300,
    atLeast: false,
    parts: [
      { id: "done", cents: 200, look: "this" },
      { id: "held", cents: 300, look: "rest" },
    ],
  });
});

it("adds nothing to what is in escrow before a fund is confirmed", () => {
  expect(escrowShares("fund", "next", milestones)).toMatchObject({
    heldCents: 500,
    partCents: 50,
    restCents: 500,
    parts: [{ id: "held" }, { id: "done" }, { id: "next", cents: 50, look: "ghost" }],
  });
});

it("decides on all of it with an end", () => {
  expect(escrowShares("end", null, milestones)).toMatchObject({ partCents: 500, restCents: 0 });
});

it.each([
  ["a held amount", of("odd", "funded", null)],
  ["where a milestone stands", of("odd", "other", 70)],
])("says at least when %s is not known", (_, odd) => {
  expect(escrowShares("end", null, [...milestones, odd])).toMatchObject({ partCents: 500, atLeast: true });
});

it.each([
  ["the milestone's amount is not known", "fund", "x", [of("x", "not_funded", null)]],
  ["it was funded meanwhile", "fund", "x", [of("x", "funded", 10)]],
  ["the milestone is not held", "release", "next", milestones],
  ["nothing is held", "end", null, [of("paid", "released", 100)]],
  ["there is no contract yet", "hire", null, milestones],
] as const)("shows nothing where %s", (_, kind, id, all) => {
  expect(escrowShares(kind, id, all)).toBeNull();
});
