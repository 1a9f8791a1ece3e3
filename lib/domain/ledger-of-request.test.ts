import { expect, it } from "vitest";
import { ledgerOfRequest } from "./ledger-of-request";
import type { LedgerRecord } from "./records";

const at = new Date("2026-11-21T10:00:00.000Z");
const after = (ms: number) => new Date(at.getTime() + ms);
const entry = (id: string, type: string, more: Partial<LedgerRecord> = {}): LedgerRecord => ({
  id,
  type,
  amountCents: -100,
  amountUnreadable: null,
  createdAt: at,
  holdEntryId: null,
  proposalId: null,
  contractId: "con_1",
  milestoneId: "ms_1",
  milestoneName: null,
  topUpId: null,
  note: null,
  ...more,
});
const request = (type: string, milestoneId: string | null = "ms_1") => ({
  type,
  status: "confirmed",
  resolvedAt: at,
  proposalId: "prop_1",
  milestoneId,
});
const idsOf = (found: LedgerRecord[]) => found.map(({ id }) => id);

const hold = entry("hold", "HOLD");
const fees = entry("fees", "CAPTURE", { holdEntryId: "hold" });
const payout = entry("payout", "CAPTURE", { holdEntryId: "hold", createdAt: after(60_000) });

it("has the hold of a fund and the fees taken with it, and not the payout a minute later", () => {
  expect(idsOf(ledgerOfRequest(request("milestone_fund"), [payout, fees, hold]))).toEqual(["hold", "fees"]);
});

it("has the payout of a release, and not what funded it a minute before", () => {
  const release = { ...request("milestone_approve"), resolvedAt: after(60_000) };
  expect(idsOf(ledgerOfRequest(release, [payout, fees, hold]))).toEqual(["payout"]);
});

it("has all that an end settled, whichever way", () => {
  const back = entry("back", "HOLD_RELEASE", { milestoneId: "ms_2", amountCents: 100 });
  const paid = entry("paid", "CAPTURE");
  expect(idsOf(ledgerOfRequest(request("contract_end", null), [back, paid]))).toEqual(["back", "paid"]);
});

it.each([
  ["another milestone's", entry("x", "HOLD", { milestoneId: "ms_2" })],
  ["an earlier one's", entry("x", "HOLD", { createdAt: after(-120_000) })],
  ["a later one's", entry("x", "HOLD", { createdAt: after(360_000) })],
  ["one of no known time", entry("x", "HOLD", { createdAt: null })],
  ["one of another kind", entry("x", "ADJUSTMENT")],
])("leaves out %s", (_, other) => {
  expect(ledgerOfRequest(request("milestone_fund"), [other])).toEqual([]);
});

it("has nothing of what was not confirmed", () => {
  expect(ledgerOfRequest({ ...request("milestone_fund"), status: "declined" }, [hold])).toEqual([]);
});

it("has of a hire its own hold and fees, and not those of a fund on the same contract soon after", () => {
  const own = entry("own", "HOLD", { proposalId: "prop_1" });
  const ownFees = entry("own_fees", "CAPTURE", { holdEntryId: "own" });
  const later = { createdAt: after(120_000), milestoneId: "ms_2" };
  const fund = entry("fund", "HOLD", { ...later, amountCents: -25_000 });
  const fundFees = entry("fund_fees", "CAPTURE", { ...later, holdEntryId: "fund" });
  const hire = request("proposal_hire", null);
  expect(idsOf(ledgerOfRequest(hire, [fundFees, fund, ownFees, own]))).toEqual(["own", "own_fees"]);
  const unnamed = { ...own, proposalId: null };
  expect(idsOf(ledgerOfRequest(hire, [fundFees, fund, ownFees, unnamed]))).toEqual(["own", "own_fees"]);
  expect(idsOf(ledgerOfRequest({ ...hire, proposalId: null }, [fund, own]))).toEqual(["own"]);
  const named = { ...fund, proposalId: "prop_1" };
  expect(idsOf(ledgerOfRequest(hire, [named, own]))).toEqual(["own"]);
  expect(ledgerOfRequest(hire, [{ ...own, proposalId: "prop_2" }])).toEqual([]);
});

it("leaves out of an end what a release of its own paid, before or after it", () => {
  const released = entry("released", "CAPTURE", { createdAt: after(-1_000) });
  const paid = entry("paid", "CAPTURE", { milestoneId: "ms_2" });
  const later = entry("later", "CAPTURE", { milestoneId: "ms_3", createdAt: after(120_000) });
  const end = request("contract_end", null);
  expect(idsOf(ledgerOfRequest(end, [later, paid, released], new Set(["ms_1", "ms_3"])))).toEqual(["paid"]);
});
