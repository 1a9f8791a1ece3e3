import { describe, expect, test } from "vitest";
import { parseLossless } from "@/lib/domain/lossless-json";
import { termsOfRequest } from "@/lib/domain/terms";
import { mapApproval, mapContract, mapJobs, mapProposal, mapUpdates } from "./map";
import { mapMe } from "./map-account";
import { mapCredits } from "./map-money";
import * as samples from "./samples";
import {
  approvalAnswer,
  contractAnswer,
  contractsAnswer,
  creditsAnswer,
  jobsAnswer,
  meAnswer,
  proposalAnswer,
  updatesAnswer,
} from "./schemas";

const readApproval = (text: string) => mapApproval(approvalAnswer.parse(parseLossless(text)).approval);
const readContract = (over: Record<string, unknown>) =>
  mapContract(contractAnswer.parse({ contract: { id: "ctr_1", status: "active", ...over } }).contract);
const readMilestone = (over: Record<string, unknown>) =>
  readContract({ milestones: [{ id: "ms_1", ...over }] }).milestones?.[0];

describe("approvals as the documents print them", () => {
  test("a requested hire", () => {
    expect(readApproval(samples.hireRequested)).toEqual({
      id: "<APPROVAL_ID>",
      type: "proposal_hire",
      status: "pending",
      contractId: null,
      milestoneId: null,
      jobId: "<JOB_ID>",
      proposalId: "<PROPOSAL_ID>",
      approvalUrl: "https://app.opentrain.ai/approvals/<APPROVAL_ID>",
      expiresAt: new Date("2026-06-15T10:00:00.000Z"),
      resolvedAt: null,
      result: null,
      createdAt: new Date("2026-06-12T10:00:00.000Z"),
    });
  });
  test("a type or a status as long as no word is has none", () => {
    const [type, status] = ["x".repeat(101), "x".repeat(100)];
    expect(readApproval(JSON.stringify({ approval: { id: "appr_1", type, status } }))).toMatchObject({
      type: null,
      status,
    });
  });
  test("with its times left out", () => {
    expect(readApproval(samples.hireRequestedElided)).toMatchObject({
      expiresAt: null,
      createdAt: null,
      status: "pending",
    });
  });
  test("abridged: what is absent is null", () => {
    expect(readApproval(samples.fundRequested)).toMatchObject({
      type: "milestone_fund",
      contractId: null,
      proposalId: null,
      result: null,
    });
  });
  test("confirmed, with a result of one key", () => {
    expect(readApproval(samples.fundConfirmed)).toMatchObject({
      status: "confirmed",
      resolvedAt: new Date("2026-06-12T14:30:00.000Z"),
      result: { invoiceId: "<INVOICE_ID>" },
    });
  });
});

describe("approvals in ways nobody documents", () => {
  const approval = (over: Record<string, unknown>) =>
    mapApproval(approvalAnswer.parse({ approval: { id: "a", ...over } }).approval);

  test("unknown words stay, unknown fields go", () => {
    const read = approval({ type: "bonus_pay", status: "on_hold", amount: 5 });
    expect(read).toMatchObject({ type: "bonus_pay", status: "on_hold" });
    expect(read).not.toHaveProperty("amount");
  });
  test.each([
    ["status", 7],
    ["contractId", {}],
    ["contractId", ""],
    ["approvalUrl", ["https://app.opentrain.ai"]],
    ["result", "done"],
    ["result", [1]],
    ["expiresAt", "tomorrow"],
    ["expiresAt", 1_790_000_000],
    ["expiresAt", "2026-02-30T10:00:00.000Z"],
    ["expiresAt", "2026-06-15"],
  ])("a broken %s (%j) is null and costs nothing else", (field, value) => {
    expect(approval({ status: "pending", type: "contract_end", [field]: value })).toMatchObject({
      id: "a",
      type: "contract_end",
      [field]: null,
    });
  });
  test("an instant with an offset is the same instant", () => {
    expect(approval({ expiresAt: "2026-06-15T12:00:00+02:00" }).expiresAt).toEqual(
      new Date("2026-06-15T10:00:00Z"),
    );
  });
  test.each([[undefined], [""], [7], ["x".repeat(501)], ["a\0b"], ["\ud800"]])(
    "without a usable id (%j) it is none",
    (id) => {
      expect(approvalAnswer.safeParse({ approval: { id, status: "pending" } }).success).toBe(false);
    },
  );
  test("nothing that no database holds gets through", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`) as unknown;
    const read = approval({ type: "a\0b\ud800", result: { "k\0": ["v\0"], deep } });
    expect(read.type).toBe("a\ufffdb\ufffd");
    expect(JSON.stringify(read.result)).not.toMatch(/\\u0000|\\ud800/);
    expect(read.result).toHaveProperty("k\ufffd", ["v\ufffd"]);
  });
});

describe("contracts and milestones", () => {
  test("the guide's sample", () => {
    const contract = mapContract(contractAnswer.parse(parseLossless(samples.contract)).contract);
    expect(contract).toMatchObject({
      id: "<CONTRACT_ID>",
      title: "Image Segmentation Contract",
      paymentType: "FIXED",
      rate: "500",
      freelancer: { userId: "...", displayName: "Ada L.", country: "United States" },
    });
    expect(contract.milestones).toEqual([
      {
        id: "...",
        contractId: "<CONTRACT_ID>",
        number: null,
        name: "Batch 1",
        description: null,
        status: "ACTIVE_FUNDED",
        phase: "funded",
        amountCents: 45_000,
        amountUnreadable: null,
        dueDate: null,
      },
    ]);
  });
  test("the reference's fields", () => {
    const { contracts } = contractsAnswer.parse(parseLossless(samples.contractInFull));
    expect(contracts.items.map(mapContract)[0]?.milestones).toMatchObject([
      { id: "ms_reed9a", number: 1, phase: "funded", amountCents: 18_000 },
      { id: "ms_reed9b", number: 2, phase: "not_funded", amountCents: 24_999, name: null },
    ]);
  });
  test.each([
    [{ status: "NOT_FUNDED" }, "not_funded"],
    [{ status: "ACTIVE_FUNDED" }, "funded"],
    [{ status: "active funded" }, "funded"],
    [{ status: "ACTIVE_FUNDED", pendingApproval: true }, "submitted"],
    [{ status: "ACTIVE_FUNDED", needsReview: true }, "submitted"],
    [{ status: "ACTIVE_FUNDED", needsReview: "true" }, "funded"],
    [{ status: "NOT_FUNDED", pendingApproval: true }, "not_funded"],
    [{ status: "PAID" }, "released"],
    [{ status: "Completed" }, "released"],
    [{ status: "DISPUTED" }, "other"],
    [{ status: "constructor" }, "other"],
    [{}, "other"],
  ])("%j is %s", (milestone, phase) => expect(readMilestone(milestone)?.phase).toBe(phase));
  test("one bad figure never loses its milestone", () => {
    expect(readMilestone({ status: "ACTIVE_FUNDED", amountUsd: 450.005 })).toMatchObject({
      phase: "funded",
      amountCents: null,
      amountUnreadable: "450.005",
    });
    expect(readMilestone({ amountUsd: null })).toMatchObject({ amountCents: null, amountUnreadable: null });
  });
  test("one broken milestone never loses the others", () => {
    const contract = readContract({ milestones: [{ id: "ms_1" }, { name: "no id" }, null, 7] });
    expect(contract.milestones).toHaveLength(1);
    expect(contract.milestonesSetAside).toBe(3);
  });
  test.each([[undefined], [null], [{}], ["none"]])(
    "milestones %j were not read, which is not none",
    (milestones) => {
      expect(readContract({ milestones }).milestones).toBeNull();
      expect(readContract({ milestones: [] }).milestones).toEqual([]);
    },
  );
  test("one broken contract never loses the others", () => {
    const { contracts } = contractsAnswer.parse({
      contracts: [{ id: "a", freelancer: "gone" }, { status: "active" }],
    });
    expect(contracts.items.map(mapContract)).toMatchObject([{ id: "a", freelancer: null }]);
    expect(contracts.setAside).toBe(1);
  });
  test("a rate is no amount and keeps its decimals", () => {
    expect(readContract({ rateUsd: 0.0375 }).rate).toBe("0.0375");
  });
});

test("a hire's request", () => {
  expect(termsOfRequest(JSON.parse(samples.hireBody))).toEqual({
    terms: {
      name: "Batch 1",
      description: "First 10k dashcam images with bounding boxes",
      amountCents: 45_000,
      dueDate: "2026-07-15",
    },
    amountUnreadable: null,
  });
});

describe("the other reads", () => {
  test("credits are cents already", () => {
    expect(mapCredits(creditsAnswer.parse(parseLossless(samples.credits)))).toEqual({
      availableCents: 250_000,
      reservedCents: 56_945,
    });
  });
  test.each([{ availableCents: 1.5 }, { availableCents: "100" }, { reservedCents: -1 }, { currency: "eur" }])(
    "credits with %j are none we can state",
    (over) => {
      const credits = { availableCents: 1, reservedCents: 1, currency: "usd", ...over };
      expect(mapCredits(creditsAnswer.parse({ credits }))).toBeNull();
    },
  );
  test("a proposal gives the name", () => {
    expect(mapProposal(proposalAnswer.parse(parseLossless(samples.proposal)).proposal)).toEqual({
      id: "prop_oak3",
      jobId: "job_fern07",
      jobTitle: "Receipt boxes",
      status: "SHORTLISTED",
      candidateId: "usr_p77",
      candidateName: "Noor B.",
      bid: { rate: "12.5", unit: "PER_HOUR" },
      createdAt: null,
    });
  });
  test("jobs give the titles", () => {
    expect(mapJobs(jobsAnswer.parse(parseLossless(samples.jobs)))).toEqual({
      jobs: [{ id: "job_fern07", title: "Receipt boxes", status: "ONGOING" }],
      nextCursor: null,
      setAside: 0,
    });
  });
  test("updates name what to read", () => {
    expect(mapUpdates(updatesAnswer.parse(parseLossless(samples.updates)))).toMatchObject({
      events: [
        {
          id: "318",
          type: "approval.confirmed",
          approvalId: "appr_lime42",
          status: "declined",
          jobId: "job_fern07",
        },
        { id: "321", approvalId: null, milestoneId: "ms_reed9a", contractId: "ctr_reed9", status: "PAID" },
      ],
      nextCursor: "321",
      hasMore: false,
      setAside: 0,
    });
  });
  test("an event without data still names its approval; a broken one is set aside", () => {
    const updates = updatesAnswer.parse({
      events: [{ id: 5, type: "approval.confirmed", resourceId: "a" }, { id: "x", type: "y" }, null],
      nextCursor: 5,
    });
    expect(mapUpdates(updates)).toMatchObject({
      events: [{ id: "5", approvalId: "a", status: null }],
      nextCursor: "5",
      hasMore: false,
      setAside: 2,
    });
  });
  test("me says which account it is, and carries no e-mail address", () => {
    const read = mapMe(meAnswer.parse(parseLossless(samples.me)));
    expect(read).toEqual({
      accountKey: "org_1",
      accountKind: "employer_organization",
      memberRole: "OWNER",
      name: "Ada Lane",
      tokenId: "tok_1",
      tokenLabel: "Inbox",
      scopes: ["payments:read", "proposals:read", "jobs:read"],
      tokenExpiresAt: null,
    });
  });
});
