import { parseDate } from "../clock";
import { emitMilestone } from "../emit-event";
import { MAX_AMOUNT_CENTS } from "../guesses";
import { centsFromDollars } from "../money/cents";
import { conflict, Refusal } from "../refusal";
import type { Contract, Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { milestonesOf } from "./check-contract";
import { contractEnded } from "./check-milestone";
import { isObject } from "./hire-terms";

type MilestoneDraft = {
  name: string | null;
  description: string;
  amountUsd: number | undefined;
  volume: number | undefined;
  dueDate: number | null;
};

/** What the body alone can tell; the contract's own rules come after its ownership is known. */
export function parseMilestoneBody(body: unknown): MilestoneDraft {
  if (!isObject(body)) throw badField("description");
  const { description, name, amountUsd, volume, dueDate } = body;
  if (typeof description !== "string" || description.trim() === "") throw badField("description");
  if (name !== undefined && name !== null && typeof name !== "string") throw badField("name");
  const date = typeof dueDate === "string" ? parseDate(dueDate) : null;
  if (date === undefined || (dueDate !== undefined && dueDate !== null && date === null)) {
    throw badField("dueDate");
  }
  return {
    name: typeof name === "string" && name.trim() !== "" ? name : null,
    description,
    amountUsd: positive(amountUsd, "amountUsd"),
    volume: positive(volume, "volume"),
    dueDate: date,
  };
}

export function createMilestone(tx: Transaction, contract: Contract, draft: MilestoneDraft): Milestone {
  const amountCents = amountFor(contract, draft);
  if (contract.status === "ended") throw contractEnded(contract.id);
  if (contract.paymentType !== "FIXED_PRICE" && contract.rateUsd === null) {
    throw conflict("contract_rate_missing", "This contract has no rate.", { contractId: contract.id });
  }
  const numbers = milestonesOf(tx, contract).map(({ number }) => number);
  const milestone = tx.put("milestones", {
    id: tx.newId(contract.accountId, "ms"),
    accountId: contract.accountId,
    contractId: contract.id,
    number: Math.max(0, ...numbers) + 1,
    name: draft.name,
    description: draft.description,
    state: "not_funded",
    amountCents,
    volume: draft.volume ?? null,
    dueDate: draft.dueDate,
    handedIn: false,
    fundedBy: null,
    holdEntryId: null,
    invoiceId: null,
    createdAt: tx.now(contract.accountId),
  });
  emitMilestone(tx, milestone, contract.jobId);
  return milestone;
}

function amountFor(contract: Contract, draft: MilestoneDraft): number {
  const byVolume = contract.paymentType !== "FIXED_PRICE";
  if (byVolume && draft.volume === undefined) throw badField("volume");
  if (!byVolume && draft.amountUsd === undefined) throw badField("amountUsd");
  const product = byVolume ? Math.round((contract.rateUsd ?? 0) * (draft.volume ?? 0) * 100) : undefined;
  const cents = draft.amountUsd === undefined ? product : centsFromDollars(draft.amountUsd);
  if (cents === undefined || cents > MAX_AMOUNT_CENTS) throw badField("amountUsd");
  if (product !== undefined && contract.rateUsd !== null && cents !== product) throw badField("amountUsd");
  return cents;
}

function positive(value: unknown, field: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) throw badField(field);
  return value;
}

function badField(field: string): Refusal {
  return new Refusal("BAD_REQUEST", `The field ${field} is missing or not valid.`, { field });
}
