import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Approval, Summary } from "@/lib/api/types";
import { keepList } from "./keep-list";
import { keepRow } from "./keep-row";

const now = new Date("2026-11-21T10:00:00.000Z");
const mark = "SAID-BY-AN-AGENT";

/** A word of an agent's, wherever one can stand. */
const said = fc.string({ maxLength: 20 }).map((text) => `${mark} ${text}`);
const terms = fc.record({
  name: said,
  description: said,
  amountCents: fc.constant(777_777_777),
  dueDate: said,
});
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const theirs = maybe(fc.string({ maxLength: 30 }));
const source = fc.constantFrom("opentrain", "recorded", "agent", "estimate", null);

const approval = fc
  .record({
    id: fc.stringMatching(/^apr_[a-z0-9]{4,10}$/),
    type: fc.constantFrom(
      "proposal_hire",
      "milestone_fund",
      "milestone_approve",
      "contract_end",
      "new",
      null,
    ),
    status: fc.constant("pending"),
    phase: fc.constantFrom("waiting", "closing_soon", "last_hour", "past_due", "unreadable", "superseded"),
    proof: fc.constantFrom("read", "recorded"),
    readProblem: maybe(fc.record({ code: fc.constant("scope"), since: said, text: said })),
    titleSource: fc.constantFrom("recorded", "agent"),
    title: said,
    counterparty: theirs,
    counterpartyId: theirs,
    contractId: theirs,
    contractTitle: theirs,
    milestoneId: theirs,
    milestoneName: theirs,
    jobId: theirs,
    jobTitle: theirs,
    proposalId: theirs,
    approvalUrl: fc.constant("https://app.opentrain.ai/approvals/apr_1"),
    linkState: fc.constantFrom("ok", "missing", "quarantined"),
    linkProblem: maybe(said),
    createdAt: fc.constant(now.toISOString()),
    expiresAt: maybe(fc.constant("2026-11-22T10:00:00.000Z")),
    result: maybe(fc.record({ note: said })),
    capturedBy: fc.record({ way: fc.constant("capture"), label: said }),
    askedAgain: fc.constant(null),
    recordedTerms: maybe(terms),
    toldTerms: maybe(terms),
    confirmedTerms: fc.constant(null),
    termsConflicts: fc.array(fc.record({ field: fc.constant("name"), recorded: said, told: said })),
    differences: fc.array(fc.record({ field: fc.constant("name"), asked: said, confirmed: said })),
    agent: maybe(fc.record({ name: said, reason: said, tokenLabel: said })),
    checks: fc.array(fc.record({ verdict: fc.constant("ok"), by: said, at: said, note: said })),
    amountSource: source,
  })
  .map(({ amountSource, ...rest }) => ({
    ...rest,
    money: {
      kind: "charge",
      currency: "usd",
      amountCents: 777_777_777,
      feeCents: 777_777_777,
      initiationCents: null,
      totalCents: amountSource === "agent" ? 777_777_777 : 12_345,
      maxTotalCents: amountSource === "agent" ? 777_777_777 : 12_345,
      atLeast: false,
      unreadable: `${mark} 450.005`,
      sources: { amount: amountSource, fee: "estimate", initiation: null },
    },
  })) as unknown as fc.Arbitrary<Approval>;

describe("what a device keeps of a request", () => {
  it("has no word of an agent in it, whatever was said", () => {
    const reader = { role: "owner", locale: "en", theme: null, timeZone: "UTC" } as const;
    const summary = {
      connection: { state: "real" as const, origin: "https://app.opentrain.ai", notices: [] },
      sync: { state: "ok" as const, lastReadAt: null, message: mark },
    } satisfies Pick<Summary, "connection" | "sync">;
    fc.assert(
      fc.property(fc.array(approval, { minLength: 1, maxLength: 5 }), (approvals) => {
        const list = { approvals, nextCursor: null, totals: null, asOf: now.toISOString() };
        const text = JSON.stringify(keepList(list, summary, reader, 0));
        expect(text).not.toContain(mark);
        expect(text).not.toContain("777777777");
      }),
      { numRuns: 300 },
    );
  });

  it("has the link only where it could be followed", () => {
    fc.assert(
      fc.property(approval, fc.constantFrom("owner", "finance", "viewer"), (one, role) => {
        const { way } = keepRow(one, role, now);
        const isOpen = role === "owner" && one.linkState === "ok" && one.phase !== "superseded";
        if (isOpen) expect(way.url).toBe(one.approvalUrl);
        if (role !== "owner" || one.linkState !== "ok") expect(way.url).toBeNull();
      }),
    );
  });

  it("names the work by what OpenTrain calls it, and says it once", () => {
    const [one] = fc.sample(approval, { numRuns: 1, seed: 1 });
    if (!one) throw new Error("no sample");
    const hire = { ...one, milestoneName: null, jobTitle: "Street scenes", contractTitle: null };
    expect(keepRow(hire, "owner", now)).toMatchObject({ what: "Street scenes", place: null });
    const fund = { ...hire, milestoneName: "Batch 2" };
    expect(keepRow(fund, "owner", now)).toMatchObject({ what: "Batch 2", place: "Street scenes" });
  });
});
