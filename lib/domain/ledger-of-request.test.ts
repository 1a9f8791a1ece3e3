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
