// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { detailOf } from "@/components/styleguide/detail-of";
import {
  confirmed,
  contracts,
  declined,
  end,
  fundNext,
  lapsed,
  release,
  superseded,
} from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval, LedgerLine, LedgerReach, Milestone } from "@/lib/api/types";
import { AgentWords } from "./agent-words";
import { Checks } from "./checks";
import { Closing } from "./closing";
import { EscrowPart } from "./escrow-part";
import { Receipt } from "./receipt";
import { Timeline } from "./timeline";
import { WorkTrack } from "./work-track";

afterEach(cleanup);

function show(children: ReactNode): string {
  const { container } = render(<Harness state="every">{children}</Harness>);
  return (container.textContent ?? "").replace(/\s+/g, " ");
}
const closing = (approval: Approval) => show(<Closing approval={approval} phase={approval.phase} />);
const links = () => screen.getAllByRole("link").map((link) => link.getAttribute("href"));
const milestones = contracts[0]?.milestones ?? [];
const asConfirmed = (approval: Approval): Approval => ({
  ...approval,
  phase: "confirmed",
  status: "confirmed",
  resolvedAt: confirmed.resolvedAt,
});

it.each<[string, Approval, string]>([
  ["a hire", confirmed, "Release the first milestone when its work is handed in."],
  ["a fund", asConfirmed(fundNext), "Release it when the work is handed in."],
  ["a release", asConfirmed(release), "Nothing more is to be decided about it."],
  ["an end", asConfirmed(end), "shows on the contract, milestone by milestone"],
  ["one that was declined", declined, "has to ask anew"],
  ["one that lapsed", lapsed, "shows up here by itself once"],
])("has closing words of its own for %s", (_, approval, text) => {
  expect(closing(approval)).toContain(text);
});

it("leads from a replaced one to the one that counts", () => {
  expect(closing(superseded)).toContain("Decide on the newer one");
  expect(links()).toEqual(["/approvals/apr_hire_noor"]);
  cleanup();
  const newer = { id: "apr_hire_noor", phase: "confirmed" as const, createdAt: null, settledAt: null };
  expect(show(<Closing approval={superseded} phase="superseded" newer={newer} />)).toContain(
    "See the newer one",
  );
});

it("marks no amount of the agent's that is the escrow of its contract", () => {
  const agent = { name: null, reason: "Of $500.00 in escrow, not $501.", tokenLabel: null };
  const said = show(<AgentWords approval={{ ...release, agent }} contract={contracts[0] ?? null} />);
  expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["$501"]);
  expect(said).toContain("$501 differs from what leaves escrow, $250.00");
});

function receipt(
  approval: Approval,
  more: { milestones?: Milestone[]; ledger?: LedgerLine[]; reach?: Partial<LedgerReach> | null } = {},
): string {
  const { changes, ledger, ledgerReach } = detailOf(approval);
  return show(
    <Receipt
      approval={approval}
      changes={changes.confirmed}
      milestones={more.milestones ?? milestones}
      ledger={more.ledger ?? ledger}
      reach={more.reach === null ? null : ({ ...ledgerReach, ...more.reach } as LedgerReach)}
    />,
  );
}

it("sets what was asked against what was confirmed, with the source of each and what the ledger shows", () => {
  const said = receipt(confirmed);
  expect(said).toContain("3 terms were changed on OpenTrain’s page.");
  expect(said).toMatch(/Askedrecorded.*ConfirmedOpenTrain/);
  expect(said).toContain("$50.00 more");
  expect(said).toMatch(/OpenTrain’s ledger shows:.*Held for escrow and fees.*\$559\.95.*from credit/);
});

it("shows of a fund what OpenTrain shows of it, and no figure where it does not", () => {
  const fund = asConfirmed({ ...fundNext, milestoneId: "ms_2b" });
  expect(receipt(fund)).toMatch(/In escrowOpenTrain\$250\.00/);
  cleanup();
  expect(receipt(asConfirmed(fundNext))).toMatch(/In escrowOpenTrain has not shown it here yetunknown/);
  cleanup();
  expect(receipt(fund)).toContain("What is paid by card is not in that ledger.");
});

it("says that the ledger has nothing of it only where it was read far enough to tell", () => {
  const fund = { ...asConfirmed(fundNext), resolvedAt: "2026-11-21T10:00:00.000Z" };
  const said = (reach: Partial<LedgerReach> | null) => {
    cleanup();
    return receipt(fund, { reach });
  };
  const [before, since] = ["2026-11-21T09:59:00.000Z", "2026-11-21T10:01:00.000Z"];
  const unknown = { code: "scope", since: before, text: "The ledger is unknown: why." };
  expect(said({ readAt: since, isWhole: true })).toContain("has no entry of it here");
  expect(said({ readAt: since, isWhole: true, unknown })).toContain("has no entry of it here");
  for (const reach of [
    { readAt: null, isWhole: false },
    { readAt: before, isWhole: true },
  ]) {
    expect(said(reach)).toContain("was not read since this was confirmed");
    expect(said({ ...reach, unknown })).toContain("The ledger is unknown: why.");
  }
  expect(said({ readAt: since, isWhole: false })).toContain("Older entries are still being read.");
  expect(said({ readAt: since, isWhole: false, unknown })).toContain("The ledger is unknown: why.");
  expect(said(null)).not.toContain("ledger");
});

it("is no receipt of what was not confirmed", () => {
  expect(receipt(declined)).toBe("");
});

it("keeps a room for finance, and none where nobody said anything", () => {
  const said = show(<Checks checks={release.checks} />);
  expect(said).toContain("OKIn the November budget.Rita Marsh, yesterday at 19:00");
  expect(said).toContain("said before the request changed");
  cleanup();
  expect(show(<Checks checks={[]} />)).toBe("");
});

it.each([
  ["release", "ms_2", "$250.00 leaves escrow", "at least $250.00 stays in escrow"],
  ["fund", "ms_3", "at least $500.00 in escrow now", "$250.00 would be added"],
  ["end", null, "at least $500.00 in escrow is decided on", "in 2 milestones"],
] as const)("draws what a %s moves of the escrow, and says it beside", (kind, id, first, second) => {
  const said = show(<EscrowPart kind={kind} milestoneId={id} milestones={milestones} />);
  expect(said).toBe(`${first}${second}`);
  const widths = [...document.querySelectorAll("rect")].map((rect) => rect.getAttribute("width"));
  expect(widths.reduce((sum, width) => sum + Number.parseFloat(width ?? ""), 0)).toBeCloseTo(100, 1);
  expect(document.querySelector("[style]")).toBeNull();
});

it("tells what happened day by day in the reader's zone, each with its time", () => {
  const event = (at: string) => ({ at, by: "OpenTrain", kind: "read", text: "Read again." });
  show(<Timeline events={[event("2026-11-20T22:30:00.000Z"), event("2026-11-20T23:30:00.000Z")]} />);
  const days = [...document.querySelectorAll("[data-slot=day]")].map((day) => day.textContent);
  expect(days).toEqual(["Fri 20 Nov23:30Read again. · OpenTrain", "Sat 21 Nov00:30Read again. · OpenTrain"]);
});

it("says once that what was asked is not known, and shows no blank as if it were a term", () => {
  const said = receipt({ ...confirmed, recordedTerms: null, toldTerms: null });
  expect(said).toContain("What was asked is not known here");
  expect(said).not.toContain("not given");
});

it("draws no step ahead for a kind of request it does not know", () => {
  const odd = { ...release, type: "milestone_split" };
  show(<WorkTrack approval={odd} phase="waiting" milestones={milestones} />);
  expect(document.body.textContent).not.toContain("waits for this request");
  cleanup();
  show(<WorkTrack approval={release} phase="waiting" milestones={milestones} />);
  expect(document.body.textContent).toContain("waits for this request");
});
