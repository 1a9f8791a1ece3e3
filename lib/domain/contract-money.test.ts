import { expect, it } from "vitest";
import { contractMoney } from "./contract-money";
import type { MilestonePhase } from "./records";

const of = (phase: MilestonePhase, amountCents: number | null, goneAt: string | null = null) => ({
  ...{ phase, amountCents, goneAt },
});

it("keeps each kind by itself, counts what has no figure, and leaves out what cannot be placed", () => {
  expect(
    contractMoney([
      of("released", 100),
      of("funded", 200),
      of("submitted", 50),
      of("funded", null),
      of("not_funded", 300),
      of("other", 999),
      of("funded", 999, "2026-11-20T00:00:00.000Z"),
    ]),
  ).toEqual({
    released: { cents: 100, unknown: 0 },
    escrow: { cents: 250, unknown: 1 },
    notFunded: { cents: 300, unknown: 0 },
    other: 1,
    gone: 1,
  });
});
