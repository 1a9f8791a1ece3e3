import { html } from "hono/html";
import { newestFirst } from "../api/paging";
import { BILLING_PATH } from "../guesses";
import { formatDollars } from "../money/cents";
import type { Account, LedgerEntry } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { layout, type Markup, problemNote, rows, when } from "./layout";

const RECENT = 8;

const WORDS: Record<LedgerEntry["type"], string> = {
  TOP_UP: "Credits added",
  HOLD: "Held for escrow and fees",
  HOLD_RELEASE: "Back from escrow",
  CAPTURE: "Paid out of what was held",
  REFUND: "Refunded",
  ADJUSTMENT: "Corrected",
};

type Extras = { csrf: string; problem: string | null };

export function billingPage(tx: Transaction, account: Account, { csrf, problem }: Extras): Markup {
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}">`;
  const entries = newestFirst(tx.of("ledger", account.id)).slice(0, RECENT);
  return layout(
    "Billing",
    html`
      <p>${account.organizationName}</p>
      ${problemNote(problem)}
      ${rows([
        ["Credits available", formatDollars(account.availableCents), "sum"],
        ["Held in escrow", formatDollars(account.reservedCents)],
        ["Card", account.card ? "One on file (simulated)" : "None on file"],
      ])}
      <h2>Add credits</h2>
      <form method="post" action="${BILLING_PATH}/top-up">
        ${hidden}
        <label for="amount">Amount in US dollars, 10.00 to 10,000.00</label>
        <input id="amount" name="amount" type="text" inputmode="decimal" value="100.00" required>
        <button type="submit">Go to the checkout</button>
      </form>
      <h2>Card</h2>
      <form method="post" action="${BILLING_PATH}/${account.card ? "remove-card" : "add-card"}">
        ${hidden}
        <button type="submit" class="quiet">${account.card ? "Remove the card" : "Add a simulated card"}</button>
      </form>
      ${movements(entries)}
      <form method="post" action="${BILLING_PATH}/sign-out">
        <button type="submit" class="plain">Use another account</button>
      </form>
    `,
  );
}

function movements(entries: LedgerEntry[]): Markup | string {
  if (entries.length === 0) return "";
  return html`<h2>Last movements of credits</h2>
    <ul class="list">${entries.map(
      (entry) =>
        html`<li><span>${WORDS[entry.type]}<br><span class="soft">${when(entry.createdAt)}</span></span><span class="amount">${signed(entry.amountCents)}</span></li>`,
    )}</ul>`;
}

function signed(cents: number): string {
  return `${cents < 0 ? "\u2212" : "+"}${formatDollars(Math.abs(cents))}`;
}
