import { html } from "hono/html";
import type { Approval } from "../state/shapes";
import type { Described } from "./describe";
import { GO_BACK, layout, type Markup, rows, when } from "./layout";

const DONE: Record<Approval["type"], string> = {
  proposal_hire: "The contract exists and its first milestone is funded.",
  milestone_fund: "The money is in escrow.",
  milestone_approve: "The money has left escrow.",
  contract_end: "The contract has ended.",
};

export function settledPage(shown: Described, inboxUrl: string | null): Markup {
  const { approval } = shown;
  const [title, sentence] = outcome(approval);
  return layout(
    title,
    html`
      <p role="status">${sentence}</p>
      ${rows([
        ["Request", shown.title],
        ["Job", shown.jobTitle],
        ["Trainer", shown.freelancer],
        approval.resolvedAt === null ? null : ["Settled", when(approval.resolvedAt)],
      ])}
      ${inboxUrl === null ? GO_BACK : html`<p><a href="${inboxUrl}/approvals/${approval.id}">You can go back to your inbox.</a></p>`}
    `,
  );
}

function outcome(approval: Approval): [string, string] {
  if (approval.status === "confirmed") return ["Confirmed", DONE[approval.type]];
  if (approval.supersededBy !== null) {
    return ["Replaced by a newer request", "The agent asked again with other terms. This request is closed."];
  }
  if (approval.status === "declined")
    return ["Declined", "Nothing was done. This request is closed for good."];
  return ["This request has lapsed", "Nobody acted in time. Nothing was done. The agent can ask again."];
}

export function signInPage(approvalId: string, organization: string): Markup {
  return layout(
    "Sign in",
    html`
      <p>This page is for the people of ${organization}. In the simulation a button is enough.</p>
      <form method="post" action="/approvals/${approvalId}/sign-in">
        <button type="submit">Sign in as the owner</button>
      </form>
    `,
  );
}

export function plainPage(title: string, sentence: string): Markup {
  return layout(title, html`<p>${sentence}</p>${GO_BACK}`);
}
