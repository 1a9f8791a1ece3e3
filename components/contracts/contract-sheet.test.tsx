// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { contractDetail, contracts } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Contract, ContractDetail, Ledger, LedgerLine } from "@/lib/api/types";
import { BudgetMeter } from "./budget-meter";
import { ContractMoney } from "./contract-money";
import { LedgerLines } from "./ledger-lines";
import { MilestoneList } from "./milestone-list";

afterEach(cleanup);

const [night] = contracts as [Contract];
const detail = contractDetail(night);

function show(children: ReactNode): string {
  const { container } = render(<Harness state="full">{children}</Harness>);
  return (container.textContent ?? "").replace(/\s+/g, " ");
}
const meter = (more: Partial<ContractDetail>, contract: Partial<Contract> = {}) =>
  show(<BudgetMeter detail={{ ...detail, contract: { ...night, ...contract }, ...more }} />);
const ledger = (more: Partial<Ledger>) => show(<LedgerLines ledger={{ ...detail.ledger, ...more }} />);

it("gives OpenTrain's own meter with its unit, its word for how it stands, and its age", () => {
  const said = meter({}, { paymentType: "PAY_PER_LABEL" });
  expect(said).toContain("7,812 of 9,375 funded labels used, 1,563 left");
  expect(said).toContain("Running low");
  expect(said).toContain("OpenTrain’s own count, read 3 min ago");
  expect(document.querySelector("rect.bar-left")?.getAttribute("width")).toBe("83.3%");
});

it("reckons nothing OpenTrain does not tell", () => {
  expect(
    meter({ budget: { ...detail.budget, remainingVolume: null } as ContractDetail["budget"] }),
  ).toContain("are not known");
  cleanup();
  expect(meter({ budget: null })).toContain("OpenTrain has not told the budget of this contract yet.");
  cleanup();
  const budgetUnknown = { code: "scope", since: "", text: "The contract’s budget is unknown: why." };
  expect(meter({ budget: null, budgetUnknown })).toContain("is unknown: why.");
  cleanup();
  expect(meter({}, { paymentType: "FIXED_PRICE" })).toContain("counts no used work on a fixed price");
});

it("says in words which way each entry went, and what the note is", () => {
  const said = ledger({});
  expect(said).toContain("$275.00275.00 US dollarsfrom credit");
  expect(said).toContain("$25.0025.00 US dollarsout of the hold");
  expect(said).toContain("OpenTrain’s note: Fees");
  expect(said).not.toMatch(/[-−]\$/);
});

it.each<[string, Partial<LedgerLine>, string]>([
  ["a type we do not know", { type: "SWEEP\u202e" }, "OpenTrain’s word for it: SWEEPU+202E"],
  ["no type", { type: null }, "An entry without a word for what it is"],
  ["an amount that is none", { amountCents: null, amountUnreadable: "12.5" }, "unknown12.5"],
  ["what came back", { type: "HOLD_RELEASE", amountCents: 2500 }, "into credit"],
])("shows %s as OpenTrain told it", (_, more, text) => {
  const [line] = detail.ledger.lines as [LedgerLine];
  expect(ledger({ lines: [{ ...line, ...more }] })).toContain(text);
});

it("never takes a ledger that could not be read for an empty one", () => {
  const unknown = { code: "scope", since: "", text: "The ledger is unknown: why." };
  expect(ledger({ lines: [], readAt: null, isWhole: false, unknown })).toContain("is unknown: why.");
  cleanup();
  expect(ledger({ lines: [], readAt: null, isWhole: false })).toContain("was not read yet");
  cleanup();
  expect(ledger({ lines: [], isWhole: false })).not.toContain("has nothing about this contract");
  cleanup();
  expect(ledger({ lines: [] })).toContain("has nothing about this contract");
});

it("puts the three figures side by side, and says what is in none of them", () => {
  const said = show(<ContractMoney milestones={night.milestones} />);
  expect(said).toMatch(/Released\$250\.00.*In escrow\$500\.00.*Not funded\$250\.00/);
  expect(said).toContain("One milestone is in a state this version does not know");
  expect(said).not.toContain("1,000");
});

it("leads from a milestone to what waits to move it on", () => {
  show(<MilestoneList milestones={night.milestones} waiting={night.waiting} />);
  const links = [...document.querySelectorAll("a")].map((link) => [
    link.textContent,
    link.getAttribute("href"),
  ]);
  expect(links).toEqual([
    ["A request to release it waits", "/approvals/apr_release_ada"],
    ["A request to fund it waits", "/approvals/apr_fund_3"],
  ]);
  expect(document.querySelectorAll(".step-ghost")).toHaveLength(2);
});

it("does not call escrow empty while a milestone cannot be placed", () => {
  const odd = { ...night.milestones[0], phase: "other", status: "" } as Contract["milestones"][number];
  expect(show(<ContractMoney milestones={[odd]} />)).toMatch(/In escrowunknownNot funded/);
  cleanup();
  expect(show(<MilestoneList milestones={[odd]} waiting={[]} />)).toContain("OpenTrain names no state");
});

it("says of one escrow the same at the head and beside the other figures", () => {
  const said = show(<ContractMoney milestones={night.milestones} escrowAtLeast />);
  expect(said).toMatch(/Released\$250\.00.*In escrowat least \$500\.00.*Not funded\$250\.00/);
});

it.each([
  ["cannot be placed", { phase: "other" }],
  ["is gone", { goneAt: "2026-11-20T00:00:00.000Z" }],
])("has no nought for any of the three while the only milestone %s", (_, more) => {
  const only = { ...night.milestones[0], ...more } as Contract["milestones"][number];
  expect(show(<ContractMoney milestones={[only]} />)).toMatch(
    /Releasedunknown.*In escrowunknown.*Not fundedunknown/,
  );
});
