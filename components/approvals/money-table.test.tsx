// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { fundNext, hire, pastedHire, release } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import type { Phase } from "@/lib/domain/records";
import { Figure } from "./figure";
import { MoneyTable } from "./money-table";

afterEach(cleanup);

function show(approval: Approval, phase: Phase = approval.phase) {
  const { container } = render(
    <Harness state="full">
      <Figure money={approval.money} phase={phase} />
      <MoneyTable approval={{ ...approval, phase }} phase={phase} milestones={null} />
    </Harness>,
  );
  return container.textContent?.replace(/\s/g, " ") ?? "";
}

it("says the figure of a fund and its upper end as one sentence", () => {
  expect(show(fundNext)).toContain("charged if you confirm; up to $275.00 with a fee");
});

it("says of a declined fund what was asked, and no fee to come", () => {
  const said = show(fundNext, "declined");
  expect(said).toContain("was asked; nothing was charged");
  expect(said).toContain("Was asked");
  expect(said).not.toMatch(/if you confirm|when you confirm|275|covers? this one/);
});

it.each([
  ["a confirmed release", release, "Left escrow"],
  ["a confirmed hire", hire, "Charged, our estimate"],
  ["a confirmed fund", fundNext, "OpenTrain showed it when it was confirmed"],
])("speaks of %s in the past tense", (_what, approval, words) => {
  const said = show(approval, "confirmed");
  expect(said).toContain(words);
  expect(said).not.toMatch(/you confirm/);
});

it("says whether the credit reaches to this one", () => {
  expect(show(hire)).toContain("Credit $612.00 covers this one.");
  expect(show(fundNext)).toContain("does not cover this one");
});

it("says once that nothing of the cost is known, and where it would be", () => {
  const said = show(pastedHire);
  expect(said.match(/unknown/g)).toHaveLength(1);
  expect(said).toContain("only its id or link reached this inbox");
  expect(said).toContain("OpenTrain shows it before you confirm.");
  expect(said).not.toContain("9.95");
  expect(show(pastedHire, "declined")).not.toContain("before you confirm");
});
