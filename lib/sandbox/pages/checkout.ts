import { html } from "hono/html";
import { BILLING_PATH, CHECKOUT_PATH } from "../guesses";
import { formatDollars } from "../money/cents";
import type { Account, TopUp } from "../state/shapes";
import { layout, type Markup, problemNote, rows, when } from "./layout";

type Extras = { csrf: string; problem: string | null };

const CLOSED: Record<Exclude<TopUp["status"], "PENDING">, [string, string]> = {
  COMPLETED: ["Credits added", "The payment went through and the credits are there."],
  EXPIRED: ["This checkout has lapsed", "Nobody paid in time. Nothing was charged."],
  CANCELED: ["Left without paying", "Nothing was charged. This checkout is closed."],
};

/** Stands in for the payment provider's page. */
export function checkoutPage(account: Account, topUp: TopUp, { csrf, problem }: Extras): Markup {
  const facts = rows([
    ["For", account.organizationName],
    ["Credits", formatDollars(topUp.amountCents), "sum"],
    topUp.status === "PENDING" ? ["Open until", when(topUp.expiresAt)] : null,
    topUp.completedAt === null ? null : ["Paid", when(topUp.completedAt)],
  ]);
  if (topUp.status !== "PENDING") {
    const [title, sentence] = CLOSED[topUp.status];
    return layout(
      title,
      html`${problemNote(problem)}<p role="status">${sentence}</p>${facts}
        <p><a href="${BILLING_PATH}">Billing</a></p>`,
    );
  }
  const action = (verb: string) => `${CHECKOUT_PATH}/${encodeURIComponent(topUp.id)}/${verb}`;
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}">`;
  return layout(
    "Add credits",
    html`
      <p>The real checkout is the payment provider's. This one takes no card number and moves no money.</p>
      ${problemNote(problem)} ${facts}
      <form method="post" action="${action("pay")}">
        ${hidden}
        <button type="submit">Pay ${formatDollars(topUp.amountCents)} (simulated)</button>
      </form>
      <form method="post" action="${action("leave")}">
        ${hidden}
        <button type="submit" class="quiet">Leave without paying</button>
      </form>
    `,
  );
}
