import { html } from "hono/html";
import { BILLING_PATH } from "../guesses";
import { formatDollars } from "../money/cents";
import { canPay } from "../money/pay";
import { type Described, escrowCents } from "./describe";
import { layout, left, type Markup, pathOf, problemNote, rows, when } from "./layout";
import type { Form } from "./read-form";
import { sumShown } from "./what-changed";

type Extras = { csrf: string; problem: string | null; form: Form };

/** The one screen on which a human confirms or declines. */
export function pendingPage(shown: Described, { csrf, problem, form }: Extras): Markup {
  const action = (verb: string) => `${pathOf(shown.approval.id)}/${verb}`;
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}">`;
  const sum = sumShown(shown);
  return layout(
    shown.title,
    html`
      <p>An agent of ${shown.account.organizationName} asked for this with the token "${shown.askedBy}". Nothing happens until you decide.</p>
      ${problemNote(problem)}
      ${facts(shown)}
      <form method="post" action="${action("confirm")}">
        ${hidden} ${sum === null ? "" : html`<input type="hidden" name="seen" value="${String(sum)}">`}
        ${hireFields(shown, form)} ${sourceFields(shown, form)} ${settleFields(shown, form)} ${lastWord(shown)}
        <button type="submit">${confirmLabel(shown)}</button>
      </form>
      <form method="post" action="${action("decline")}">
        ${hidden}
        <button type="submit" class="quiet">Decline</button>
        <p class="soft">Declining does nothing else, and closes this request for good.</p>
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
      ? ["Leaves escrow", formatDollars(milestone.amountCents), "sum"]
      : null,
    ...(approval.type === "contract_end" ? escrowRows(shown) : []),
    charge ? ["Into escrow", formatDollars(charge.amountCents)] : null,
    charge ? ["Marketplace fee", formatDollars(charge.feeCents)] : null,
    charge && charge.initiationCents > 0
      ? ["Contract initiation fee", formatDollars(charge.initiationCents)]
      : null,
    charge ? ["Total", formatDollars(charge.totalCents), "sum"] : null,
    ["Asked", when(approval.createdAt)],
    ["Open until", `${when(approval.expiresAt)} (${left(approval.expiresAt - shown.now)} left)`],
  ]);
}

function escrowRows({ escrow }: Described): (readonly [string, string] | readonly [string, string, "sum"])[] {
  return [
    ...escrow.map(({ name, number, amountCents }) => {
      return [`Milestone ${number}`, `${name ?? "No name"}: ${formatDollars(amountCents)}`] as const;
    }),
    ["In escrow", formatDollars(escrowCents(escrow)), "sum"],
  ];
}

/** Fields show what was typed, else what was asked. */
function hireFields({ approval: { terms } }: Described, form: Form): Markup | string {
  if (!terms) return "";
  const typed = (key: string, asked: string) => (typeof form[key] === "string" ? form[key] : asked);
  const due = terms.dueDate === null ? "" : new Date(terms.dueDate).toISOString().slice(0, 10);
  const amount = (terms.amountCents / 100).toFixed(2);
  return html`<h2>First milestone</h2>
    <p class="soft">You can change these before you confirm. Fees follow the amount.</p>
    <label for="name">Name</label>
    <input id="name" name="name" type="text" value="${typed("name", terms.name ?? "")}">
    <label for="description">Description</label>
    <textarea id="description" name="description" rows="3">${typed("description", terms.description ?? "")}</textarea>
    <label for="amount">Amount in US dollars</label>
    <input id="amount" name="amount" type="text" inputmode="decimal" value="${typed("amount", amount)}" required>
    <label for="dueDate">Due date</label>
    <input id="dueDate" name="dueDate" type="date" value="${typed("dueDate", due)}">`;
}

function sourceFields({ account, charge }: Described, form: Form): Markup | string {
  if (!charge) return "";
  const credits = formatDollars(account.availableCents);
  const [byCard, byCredits] = [canPay(account, charge, "card"), canPay(account, charge, "credits")];
  // Without a card a person may still lower the amount until the credits cover it.
  const preferCredits = !byCard || (form.payWith === "credits" && byCredits);
  return html`<fieldset>
    <legend>Pay with</legend>
    <label><input type="radio" name="payWith" value="card" ${byCard ? "" : "disabled"} ${preferCredits ? "" : "checked"}>
      ${byCard ? "Card on file" : "Card (none on file)"}</label>
    <label><input type="radio" name="payWith" value="credits" ${preferCredits ? "checked" : ""}>
      Credits (${credits} available${byCredits ? "" : ", not enough"})</label>
    ${byCard || byCredits ? "" : html`<p><a href="${BILLING_PATH}">Add a card or credits</a>, then open this page again.</p>`}
  </fieldset>`;
}

function settleFields({ approval }: Described, form: Form): Markup | string {
  if (approval.type !== "contract_end") return "";
  const refund = form.settle === "refund";
  return html`<fieldset>
    <legend>What becomes of the money in escrow</legend>
    <label><input type="radio" name="settle" value="release" ${refund ? "" : "checked"}> Pay it out to the trainer</label>
    <label><input type="radio" name="settle" value="refund" ${refund ? "checked" : ""}> Give it back to you</label>
  </fieldset>`;
}

function lastWord({ approval }: Described): Markup | string {
  const final = approval.type === "milestone_approve" || approval.type === "contract_end";
  return final ? html`<p class="soft">Money that was paid out cannot be taken back.</p>` : "";
}

function confirmLabel({ approval, charge, milestone }: Described): string {
  if (approval.type === "contract_end") return "Confirm and end the contract";
  if (approval.type === "milestone_approve" && milestone) {
    return `Confirm and release ${formatDollars(milestone.amountCents)}`;
  }
  if (approval.type === "proposal_hire") return "Confirm, hire and pay";
  return charge ? `Confirm and pay ${formatDollars(charge.totalCents)}` : "Confirm";
}
