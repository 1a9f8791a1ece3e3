import { html } from "hono/html";
import { formatDollars } from "../money/cents";
import type { Approval } from "../state/shapes";
import type { Described } from "./describe";
import { GO_BACK, layout, type Markup, pathOf, problemNote, rows, when } from "./layout";

const DONE: Record<Approval["type"], string> = {
  proposal_hire: "The contract exists and its first milestone is funded.",
  milestone_fund: "The money is in escrow.",
  milestone_approve: "The money has left escrow.",
  contract_end: "The contract has ended.",
};

/** `pressed`: a button was used on a page that no longer held. */
export function settledPage(
  shown: Described,
  inboxUrl: string | null,
  pressed: "confirm" | "decline" | null,
): Markup {
  const { approval } = shown;
  const [title, sentence] = outcome(approval);
  return layout(
    title,
    html`
      ${problemNote(pressed && tooLate(approval, pressed))}
      <p role="status">${sentence}</p>
      ${rows([
        ["Request", shown.title],
        ["Job", shown.jobTitle],
        ["Trainer", shown.freelancer],
        ...terms(shown),
        approval.resolvedAt === null ? null : ["Settled", when(approval.resolvedAt)],
      ])}
      ${newer(approval)}
      ${inboxUrl === null ? GO_BACK : html`<p><a href="${inboxUrl}${pathOf(approval.id)}">You can go back to your inbox.</a></p>`}
    `,
  );
}

function tooLate(approval: Approval, pressed: "confirm" | "decline"): string {
  const button = pressed === "confirm" ? "Confirm" : "Decline";
  const since = approval.resolvedAt === null ? "" : ` on ${when(approval.resolvedAt)}`;
  return `Your ${button} came too late and did nothing: this request was already closed${since}.`;
}

function terms({ approval, milestone }: Described): [string, string][] {
  const name = milestone?.name ?? approval.terms?.name ?? null;
  const cents = milestone?.amountCents ?? approval.terms?.amountCents;
  return [
    ...(name === null ? [] : [["Milestone", name] as [string, string]]),
    ...(cents === undefined ? [] : [["Amount", formatDollars(cents)] as [string, string]]),
  ];
}

function newer({ supersededBy }: Approval): Markup | string {
  return supersededBy === null
    ? ""
    : html`<p><a href="${pathOf(supersededBy)}">Look at the newer request</a></p>`;
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

export function signInPage(action: string, organization: string): Markup {
  return layout(
    "Sign in",
    html`
      <p>This page is for the people of ${organization}. In the simulation a button is enough.</p>
      <form method="post" action="${action}">
        <button type="submit">Sign in as the owner</button>
      </form>
    `,
  );
}
