// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { confirmed, fundNext, hire, pastDue, release } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import { Consequences } from "./consequences";

/** Figures and their units are kept together by spaces of other kinds. */
const said = (node: Element) => node.textContent?.replace(/\s/g, " ");

afterEach(cleanup);

function show(approval: Approval) {
  return render(
    <Harness state="every">
      <Consequences approval={approval} phase={approval.phase} />
    </Harness>,
  ).container;
}

it("says what each of the three choices does, with the figure in full ink", () => {
  const container = show(hire);
  expect(screen.getAllByRole("term").map((term) => term.textContent)).toEqual([
    "If you confirm",
    "If you decline",
    "If nobody acts",
  ]);
  expect(container.querySelector("b")?.textContent).toBe("$504.95");
  expect(container.textContent).toContain("$450.00 into escrow and $54.95 in fees (our estimate)");
});

it("names the deadline with its zone and what is left", () => {
  const container = show(hire);
  expect(container.querySelector("time")?.getAttribute("datetime")).toBe(hire.expiresAt);
  expect(said(container)).toContain("Sat 21 Nov, 14:12 CET, in 3 h 12 min");
});

it("does not promise a fee it does not know", () => {
  expect(show(fundNext).textContent).toContain(
    "OpenTrain shows the fee when you confirm (10\u00a0% would be $25.00)",
  );
});

it("says that released money does not come back", () => {
  expect(show(release).textContent).toContain("cannot be taken back");
});

it("doubts itself when the time is up", () => {
  const container = show(pastDue);
  expect(container.textContent).toContain("If you confirm now");
  expect(container.textContent).toContain("may no longer take it");
});

it("has no choices left once it is settled", () => {
  const container = show(confirmed);
  expect(screen.queryAllByRole("term")).toHaveLength(0);
  expect(container.textContent).toContain("It was confirmed on OpenTrain");
});
