import { formatDollars } from "../money/cents";
import type { Refusal } from "../refusal";
import type { Transaction } from "../state/transaction";
import { describeApproval } from "./describe";
import { fillIn } from "./fill-in";
import type { Form } from "./read-form";

const BECAUSE: Record<string, string> = {
  already_accepted: "Meanwhile this person has been hired by another request.",
  contract_ended: "Meanwhile the contract has ended.",
  milestone_not_fundable: "Meanwhile the milestone has been funded or closed.",
  milestone_not_funded: "Meanwhile the milestone has no money behind it any more.",
  milestone_not_releasable: "Meanwhile the milestone has been released or closed.",
  milestone_cancelled: "Meanwhile the milestone has been cancelled.",
};

/** Why a press did nothing, for the person who pressed. */
export function explain(tx: Transaction, approvalId: string, form: Form, refusal: Refusal): string {
  const reason = String(refusal.details?.reason ?? "");
  if (reason === "payment_method_required") return explainMoney(tx, approvalId, form);
  const because = BECAUSE[reason];
  return because === undefined ? refusal.message : `${because} Nothing was done.`;
}

function explainMoney(tx: Transaction, approvalId: string, form: Form): string {
  const shown = fillIn(describeApproval(tx, tx.must("approvals", approvalId)), form);
  if (form.payWith === "card") return "There is no card on file any more. Nothing was charged.";
  const needed = formatDollars(shown.charge?.totalCents ?? 0);
  const there = formatDollars(shown.account.availableCents);
  return `Your credits do not cover this: ${needed} is needed, ${there} is available. Nothing was charged.`;
}
