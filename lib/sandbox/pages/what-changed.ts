import { formatDollars } from "../money/cents";
import { type Described, escrowCents } from "./describe";
import { fillIn } from "./fill-in";
import type { Form } from "./read-form";

/** The sum a person has in front of them: what is charged, or what lies in escrow. */
export function sumShown(shown: Described): number | null {
  if (shown.charge) return shown.charge.totalCents;
  return shown.approval.type === "contract_end" ? escrowCents(shown.escrow) : null;
}

/** Nobody confirms a sum they have not seen. Scripts that send none are taken at their word. */
export function whatChanged(shown: Described, form: Form): string | null {
  const now = sumShown(fillIn(shown, form));
  const seen = typeof form.seen === "string" && /^\d{1,12}$/.test(form.seen) ? Number(form.seen) : null;
  if (now === null || seen === null || seen === now || shown.approval.status !== "pending") return null;
  if (shown.approval.type === "contract_end") {
    return `Meanwhile the money in escrow has changed from ${formatDollars(seen)} to ${formatDollars(now)}. Nothing has happened yet. Look again, then press once more.`;
  }
  return `The total is now ${formatDollars(now)}, not ${formatDollars(seen)}. Nothing has happened yet. Look again, then press once more.`;
}
