import { html } from "hono/html";
import type { Account } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { layout, type Markup, when } from "./layout";

const OFFERED = 8;

/** The address does not say whose page it is, so the person does: the account made at start, then the newest. */
export function chooseAccountPage(tx: Transaction, path: string): Markup {
  const { startAccountId } = tx.meta();
  const newest = [...tx.world.accounts.all()].reverse();
  const start = newest.filter(({ id }) => id === startAccountId);
  const offered = [...start, ...newest.filter(({ id }) => id !== startAccountId)].slice(0, OFFERED);
  if (offered.length === 0) {
    return layout("Sign in", html`<p>There is no account in this simulation.</p>`);
  }
  return layout(
    "Sign in",
    html`
      <p>In the simulation a button is enough. Whose account is it?</p>
      ${offered.map((account) => choice(account, path))}
    `,
  );
}

function choice(account: Account, path: string): Markup {
  return html`<form method="post" action="${path}/sign-in">
    <input type="hidden" name="accountId" value="${account.id}">
    <button type="submit">Sign in as the owner of ${account.organizationName}</button>
    <p class="soft">${account.id}, made ${when(account.createdAt)}${account.claimed ? "" : ", not claimed"}</p>
  </form>`;
}
