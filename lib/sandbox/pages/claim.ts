import { html } from "hono/html";
import { CLAIM_PATH } from "../guesses";
import type { Account } from "../state/shapes";
import { GO_BACK, layout, type Markup, problemNote, rows } from "./layout";

type Extras = { csrf: string; problem: string | null };

export function claimPage(account: Account, { csrf, problem }: Extras): Markup {
  const { firstName, lastName, email } = account.people.owner;
  const facts = rows([
    ["Account", account.organizationName],
    ["Owner", `${firstName} ${lastName}`],
    ["E-mail", email],
  ]);
  const other = html`<form method="post" action="${CLAIM_PATH}/sign-out">
    <button type="submit" class="plain">Use another account</button>
  </form>`;
  if (account.claimed) {
    return layout(
      "This account is claimed",
      html`<p role="status">Its agents may ask to hire, fund, release and end. Nothing more is needed.</p>
        ${facts}${GO_BACK}${other}`,
    );
  }
  return layout(
    "Claim this account",
    html`
      <p>An agent has opened this account. Until a human claims it, its agents cannot ask to hire or to move money.</p>
      ${problemNote(problem)} ${facts}
      <form method="post" action="${CLAIM_PATH}/claim">
        <input type="hidden" name="csrf" value="${csrf}">
        <button type="submit">Claim this account</button>
      </form>
      ${other}
    `,
  );
}
