import { parseDate } from "../clock";
import { emitMilestone } from "../emit-event";
import { MAX_AMOUNT_CENTS, MAX_VOLUME } from "../guesses";
import { centsFromDollars } from "../money/cents";
import { centsFromRate } from "../money/multiply";
import { badField, conflict } from "../refusal";
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
  if (!isObject(body)) throw badField("body");
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
    volume: positive(volume, "volume", MAX_VOLUME),
    dueDate: date,
  };
}

export function createMilestone(tx: Transaction, contract: Contract, draft: MilestoneDraft): Milestone {
  const amountCents = amountFor(contract, draft);
  if (contract.status === "ended") throw contractEnded(contract.id);
  if (amountCents === null) {
    throw conflict("contract_rate_missing", "This contract has no rate.");
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
    volume: contract.paymentType === "FIXED_PRICE" ? null : (draft.volume ?? null),
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

/** Null: the amount follows from a volume, and there is no rate to multiply it with. */
function amountFor({ paymentType, rateUsd }: Contract, { amountUsd, volume }: MilestoneDraft): number | null {
  if (paymentType !== "FIXED_PRICE" && volume === undefined) throw badField("volume");
  if (paymentType === "FIXED_PRICE" && amountUsd === undefined) throw badField("amountUsd");
  const asked = amountUsd === undefined ? undefined : centsFromDollars(amountUsd);
  if (amountUsd !== undefined && !inRange(asked)) throw badField("amountUsd");
  if (volume === undefined) return asked ?? null;
  if (rateUsd === null) return null;
  const product = centsFromRate(rateUsd, volume);
  if (!inRange(product)) throw badField("volume");
  if (asked !== undefined && asked !== product) throw badField("amountUsd");
  return product;
}

function inRange(cents: number | undefined): boolean {
  return cents !== undefined && cents > 0 && cents <= MAX_AMOUNT_CENTS;
}

function positive(value: unknown, field: string, max = Number.MAX_VALUE): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !(value > 0 && value <= max)) throw badField(field);
  return value;
}
