// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import {
  askedAgain,
  fundNext,
  hire,
  hostile,
  pastDue,
  pastedHire,
  quarantined,
  unreadable,
} from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import { Row, type RowChoice } from "./row";
import { sameNames } from "./same-names";

/** Figures and their units are kept together by spaces of other kinds. */
const said = (node: Element) => node.textContent?.replace(/\s/g, " ");

afterEach(cleanup);

function show(approval: Approval, choice: RowChoice = null) {
  render(
    <Harness state="every">
      <ul>
        <Row approval={approval} search="?type=hire" choice={choice} />
      </ul>
    </Harness>,
  );
  return screen.getByRole("link");
}

it("is one link that says who, what, where from, how much and how long", () => {
  const link = show(hire);
  expect(link.getAttribute("href")).toBe("/approvals/apr_hire_noor?type=hire");
  for (const words of ["Hire Noor B.", "Batch 1", "Dashcam boxes", "label-agent", "504.95 US dollars"]) {
    expect(link.textContent).toContain(words);
  }
  expect(said(link)).toContain("3 h 12 min");
});

it("says which one is open, to everybody", () => {
  expect(show(hire, "open").getAttribute("aria-current")).toBe("page");
});

it("puts a plus where a fee is not stated, and says it aloud", () => {
  const link = show(fundNext);
  expect(link.textContent).toContain("+");
  expect(link.textContent).toContain("plus a fee OpenTrain shows");
});

it("says unknown where the amount is", () => expect(show(pastedHire).textContent).toContain("unknown"));

it.each([
  ["past due", pastDue, "past its time"],
  ["unreadable", unreadable, "deadline unknown"],
  ["asked again", askedAgain, "asked again, 2nd time"],
  ["quarantined", quarantined, "link set aside"],
])("has words for %s", (_name, approval, words) => expect(show(approval).textContent).toContain(words));

it("keeps hostile text inert and visible", () => {
  const link = show(hostile);
  expect(link.querySelector("b, a, img")).toBeNull();
  expect(link.textContent).toContain("U+202E");
  expect(link.textContent).toContain("<b>Batch</b>");
});

it("tells two people of one name apart, and leaves the others alone", () => {
  const noor = { ...hire, id: "other", counterpartyId: "usr_z93" };
  const marks = sameNames([hire, noor, fundNext]);
  expect(marks.get(hire.id)).toBe("rp77");
  expect(marks.get("other")).toBe("rz93");
  expect(marks.has(fundNext.id)).toBe(false);
  const near = sameNames([
    { ...hire, counterpartyId: "usr_a10001" },
    { ...noor, counterpartyId: "usr_b10001" },
  ]);
  expect([...near.values()], "as much as tells them apart").toEqual(["a10001", "b10001"]);
});
