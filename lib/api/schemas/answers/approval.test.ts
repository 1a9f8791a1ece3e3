import { describe, expect, it } from "vitest";
import type { ApprovalRecord } from "@/lib/domain/records";
import { messagesFor } from "@/lib/messages";
import { approvalJson } from "./approval";
import { approvalListJson } from "./approval-list";

const now = new Date("2026-11-21T10:00:00.000Z");

const record: ApprovalRecord = {
  id: "appr_1",
  workspaceId: "00000000-0000-4000-8000-000000000001",
  type: "proposal_hire",
  status: "pending",
  contractId: null,
  milestoneId: null,
  jobId: "job_1",
  proposalId: "prop_1",
  approvalUrl: "https://app.opentrain.ai/approvals/appr_1",
  createdAt: new Date("2026-11-20T10:00:00.000Z"),
  expiresAt: new Date("2026-11-21T15:00:00.000Z"),
  resolvedAt: null,
  result: null,
  standing: "open",
  proof: "read",
  readProblem: null,
  link: { state: "ok", problem: null, found: null },
  seenAt: new Date("2026-11-20T10:00:05.000Z"),
  way: "capture",
  wayLabel: "first key",
  lastReadAt: null,
  supersedes: null,
  supersededBy: null,
  replacedButConfirmed: false,
  askedAgain: null,
  confirmedInstead: null,
  counterparty: "Noor B.",
  counterpartyId: "user_1",
  contractTitle: null,
  milestoneName: null,
  jobTitle: "Receipts",
  recordedTerms: null,
  toldTerms: { name: "Batch 1", description: null, amountCents: 45_000, dueDate: null },
  confirmedTerms: null,
  trace: null,
  settledAt: null,
  openedBy: null,
  agent: { name: "scout", reason: null, tokenLabel: null },
  money: {
    kind: "charge",
    currency: "usd",
    amountCents: 45_000,
    feeCents: 4_500,
    initiationCents: 995,
    totalCents: 50_495,
    maxTotalCents: 50_495,
    atLeast: false,
    unreadable: null,
    sources: { amount: "agent", fee: "estimate", initiation: "estimate" },
  },
};

const words = messagesFor("en");
const jsonOf = (approval: ApprovalRecord, at: Date) => approvalJson(approval, at, words);

describe("approvalJson", () => {
  it("says instants as ISO, the phase by the given now, and leaves nothing of the record over", () => {
    const json = jsonOf(record, now);
    expect(json).toMatchObject({
      phase: "closing_soon",
      createdAt: "2026-11-20T10:00:00.000Z",
      resolvedAt: null,
      title: "Batch 1",
      titleSource: "agent",
      capturedBy: { way: "capture", label: "first key" },
      approvalUrl: record.approvalUrl,
      termsConflicts: [],
      checks: [],
    });
    expect(json).not.toHaveProperty("workspaceId");
    expect(json).not.toHaveProperty("standing");
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it("moves the phase with the clock alone", () => {
    expect(jsonOf(record, new Date("2026-11-21T15:00:00.000Z")).phase).toBe("past_due");
    expect(jsonOf(record, new Date("2026-11-21T14:30:00.000Z")).phase).toBe("last_hour");
  });

  it("lets no link out that did not pass the guard", () => {
    const json = jsonOf(
      {
        ...record,
        approvalUrl: "https://evil.example/x",
        link: { state: "quarantined", problem: "host", found: "evil.example" },
      },
      now,
    );
    expect(json.approvalUrl).toBeNull();
    expect(json.linkProblemCode).toBe("host");
    expect(json.linkProblem).toContain("evil.example");
  });

  it("puts words beside the code of a read problem", () => {
    const since = new Date("2026-11-21T09:00:00.000Z");
    const { readProblem } = jsonOf({ ...record, readProblem: { code: "not_visible", since } }, now);
    expect(readProblem).toMatchObject({ code: "not_visible", since: "2026-11-21T09:00:00.000Z" });
    expect(readProblem?.text).not.toBe("");
  });

  it("keeps what only the database needs to itself", () => {
    const stored = { ...record.money, reckonedBy: 3 };
    const toldTerms = {
      name: null,
      description: null,
      amountCents: null,
      dueDate: null,
      amountUnreadable: "x",
    };
    const json = jsonOf({ ...record, money: stored, toldTerms }, now);
    expect(json.money).toEqual(record.money);
    expect(json.toldTerms).not.toHaveProperty("amountUnreadable");
  });

  it("falls back to the kind of request for a title", () => {
    const bare = { ...record, toldTerms: null, jobTitle: null };
    expect(jsonOf(bare, now).title).toBe("Hire");
    expect(jsonOf({ ...bare, type: null }, now).title).not.toBe("");
  });

  it("shows every difference between asked and confirmed, money as dollars", () => {
    const confirmedTerms = { name: "Batch 1", description: null, amountCents: 40_000, dueDate: null };
    expect(jsonOf({ ...record, confirmedTerms }, now).differences).toEqual([
      { field: "amountCents", asked: "450.00", confirmed: "400.00" },
    ]);
  });
});

describe("approvalListJson", () => {
  it("tells phases by the list's own now", () => {
    const page = approvalListJson(
      { approvals: [record], nextCursor: null, totals: null, earlier: new Map(), asOf: now },
      words,
    );
    expect(page).toMatchObject({ nextCursor: null, totals: null, asOf: now.toISOString() });
    expect(page.approvals[0]?.phase).toBe("closing_soon");
  });
});
