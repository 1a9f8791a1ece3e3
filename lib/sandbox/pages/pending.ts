import { html } from "hono/html";
import { formatDollars } from "../money/cents";
import { canPay } from "../money/pay";
import { type Described, escrowTotal } from "./describe";
import { layout, type Markup, rows, when } from "./layout";

type Extras = { csrf: string; problem: string | null };

/** The one screen on which a human confirms or declines. */
export function pendingPage(shown: Described, { csrf, problem }: Extras): Markup {
  const { approval } = shown;
  const action = (verb: string) => `/approvals/${approval.id}/${verb}`;
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}">`;
  return layout(
    shown.title,
    html`
      <p>An agent of ${shown.account.organizationName} asked for this. Nothing happens until you decide.</p>
      ${problem === null ? "" : html`<p class="problem" role="alert">${problem}</p>`}
      ${facts(shown)}
      <form method="post" action="${action("confirm")}">
        ${hidden} ${hireFields(shown)} ${sourceFields(shown)} ${settleFields(shown)}
        <button type="submit">${confirmLabel(shown)}</button>
      </form>
      <form method="post" action="${action("decline")}">
        ${hidden}
        <button type="submit" class="quiet">Decline</button>
      </form>
    `,
  );
}

function facts(shown: Described): Markup {
  const { approval, charge, milestone } = shown;
  const name = milestone?.name ?? milestone?.description ?? null;
  return rows([
    ["Job", shown.jobTitle],
    ["Trainer", shown.freelancer],
    name === null ? null : ["Milestone", name],
    approval.type === "milestone_approve" && milestone
      ? ["Leaves escrow", formatDollars(milestone.amountCents)]
      : null,
    approval.type === "contract_end" ? ["In escrow", escrowTotal(shown.escrow)] : null,
    charge ? ["Into escrow", formatDollars(charge.amountCents)] : null,
    charge ? ["Marketplace fee", formatDollars(charge.feeCents)] : null,
    charge && charge.initiationCents > 0
      ? ["Contract initiation fee", formatDollars(charge.initiationCents)]
      : null,
    charge ? ["Total", formatDollars(charge.totalCents)] : null,
    ["Asked", when(approval.createdAt)],
    ["Open until", when(approval.expiresAt)],
  ]);
}

function hireFields({ approval: { terms } }: Described): Markup | string {
  if (!terms) return "";
  const due = terms.dueDate === null ? "" : new Date(terms.dueDate).toISOString().slice(0, 10);
  const amount = (terms.amountCents / 100).toFixed(2);
  return html`<h2>First milestone</h2>
    <p class="soft">You can change these before you confirm. Fees follow the amount.</p>
    <label for="name">Name</label>
    <input id="name" name="name" type="text" value="${terms.name ?? ""}">
    <label for="description">Description</label>
    <textarea id="description" name="description" rows="3">${terms.description ?? ""}</textarea>
    <label for="amount">Amount in US dollars</label>
    <input id="amount" name="amount" type="text" inputmode="decimal" value="${amount}" required>
    <label for="dueDate">Due date</label>
    <input id="dueDate" name="dueDate" type="date" value="${due}">`;
}

function sourceFields({ account, charge }: Described): Markup | string {
  if (!charge) return "";
  const credits = formatDollars(account.availableCents);
  const byCredits = canPay(account, charge, "credits");
  return html`<fieldset>
    <legend>Pay with</legend>
    <label><input type="radio" name="payWith" value="card" ${account.card ? "checked" : "disabled"}>
      ${account.card ? "Card on file" : "Card (none on file)"}</label>
    <label><input type="radio" name="payWith" value="credits" ${account.card || !byCredits ? "" : "checked"}>
      Credits (${credits} available)</label>
  </fieldset>`;
}

function settleFields({ approval }: Described): Markup | string {
  if (approval.type !== "contract_end") return "";
  return html`<fieldset>
    <legend>What becomes of the money in escrow</legend>
    <label><input type="radio" name="settle" value="release" checked> Pay it out to the trainer</label>
    <label><input type="radio" name="settle" value="refund"> Give it back to you</label>
  </fieldset>`;
}

function confirmLabel({ approval, charge, milestone }: Described): string {
  if (approval.type === "contract_end") return "Confirm and end the contract";
  if (approval.type === "milestone_approve" && milestone) {
    return `Confirm and release ${formatDollars(milestone.amountCents)}`;
  }
  if (approval.type === "proposal_hire") return "Confirm, hire and pay";
  return charge ? `Confirm and pay ${formatDollars(charge.totalCents)}` : "Confirm";
}
