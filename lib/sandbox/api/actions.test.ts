import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const HOUR = 3_600_000;
const MILESTONE = { name: "Batch 1", description: "First 10k images", amount: 450, dueDate: "2026-07-15" };

const setUp = async (options: object = {}) => {
  made = await sandbox.account(options);
  return made;
};
const agent = (method: string, path: string, body?: unknown) =>
  sandbox.call(made.tokens.agent, method, path, body);
const proposal = (index = 0) => made.ids.proposals[index] ?? "";
const milestone = (index: number) => made.ids.milestones[index] ?? "";
const contract = () => made.ids.contracts[0] ?? "";
const hire = (terms: object = MILESTONE, index = 0) =>
  agent("POST", `/proposals/${proposal(index)}/hire`, { milestone: terms });
const truth = async () => (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;

describe("hire", () => {
  test("is recorded as in the documents, and nothing has happened yet", async () => {
    await setUp();
    const { status, body } = await hire();
    expect(status).toBe(202);
    expect(Object.keys(body.approval)).toEqual([
      "id",
      "type",
      "status",
      "contractId",
      "milestoneId",
      "jobId",
      "proposalId",
      "approvalUrl",
      "expiresAt",
      "resolvedAt",
      "result",
      "createdAt",
    ]);
    expect(body.approval).toMatchObject({
      type: "proposal_hire",
      status: "pending",
      contractId: null,
      milestoneId: null,
      proposalId: proposal(),
      approvalUrl: `${ORIGIN}/approvals/${body.approval.id}`,
      resolvedAt: null,
      result: null,
    });
    const life = Date.parse(body.approval.expiresAt) - Date.parse(body.approval.createdAt);
    expect(life).toBe(72 * HOUR);
    expect(body.message).toMatch(/human must confirm/);
    expect((await truth()).contracts).toHaveLength(1);
  });

  test("asked again with the same terms is the same request, with other terms takes its place", async () => {
    await setUp();
    const first = (await hire()).body.approval;
    const again = await hire({ ...MILESTONE, dueDate: "2026-07-15T00:00:00.000Z" });
    expect(again.status).toBe(202);
    expect(again.body.approval).toEqual(first);
    const second = (await hire({ ...MILESTONE, amount: 300 })).body.approval;
    expect(second.id).not.toBe(first.id);
    const old = (await agent("GET", `/approvals/${first.id}`)).body.approval;
    expect(old).toMatchObject({ status: "expired", resolvedAt: second.createdAt, result: null });
    const settled = (await truth()).events.filter(({ type }) => type === "approval.confirmed");
    expect(settled.map(({ data }) => data)).toEqual([{ approvalId: first.id, status: "expired" }]);
  });

  test("follows the switches for superseding and repeating", async () => {
    await setUp();
    await sandbox.door("POST", "/guesses", {
      accountId: made.accountId,
      supersededAs: "declined",
      supersededEvent: false,
      repeatStatus: 200,
    });
    const first = (await hire()).body.approval;
    expect((await hire()).status).toBe(200);
    expect((await hire({ ...MILESTONE, name: "Other" })).status).toBe(202);
    expect((await agent("GET", `/approvals/${first.id}`)).body.approval.status).toBe("declined");
    expect((await truth()).events.filter(({ type }) => type === "approval.confirmed")).toEqual([]);
  });

  test.each([
    ["no body", undefined],
    ["no milestone", {}],
    ["no amount", { milestone: { name: "x" } }],
    ["neither name nor description", { milestone: { amount: 5, name: " " } }],
    ["an amount in words", { milestone: { name: "x", amount: "450" } }],
    ["three decimals", { milestone: { name: "x", amount: 450.005 } }],
    ["nothing to pay", { milestone: { name: "x", amount: 0 } }],
    ["a date that is none", { milestone: { name: "x", amount: 5, dueDate: "2026-02-30" } }],
  ])("refuses %s with the issues", async (_what, body) => {
    await setUp();
    const heard = await agent("POST", `/proposals/${proposal()}/hire`, body);
    expect(heard.status).toBe(400);
    expect(heard.body.code).toBe("BAD_REQUEST");
    expect(heard.body.details.issues).not.toEqual([]);
    expect(heard.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("of a proposal marked Not a fit wants a second word", async () => {
    await setUp();
    const notFit = proposal(7);
    const path = `/proposals/${notFit}/hire`;
    const refused = await agent("POST", path, { milestone: MILESTONE });
    expect(refused.status).toBe(409);
    expect(refused.body.details).toEqual({ reason: "not_fit_confirmation_required" });
    const confirmed = await agent("POST", path, { milestone: MILESTONE, confirmNotFitOverride: true });
    expect(confirmed.status).toBe(202);
  });

  test("needs a card, or credits for the whole charge", async () => {
    await setUp({ card: false, creditsCents: 50_494 });
    const refused = await hire();
    expect(refused.status).toBe(409);
    expect(refused.body.details).toEqual({
      reason: "payment_method_required",
      billingUrl: `${ORIGIN}/settings/billing`,
    });
    await setUp({ card: false, creditsCents: 50_495 });
    expect((await hire()).status).toBe(202);
  });

  test("confirmed with credits, edited by the human, happens in one go", async () => {
    await setUp({ creditsCents: 100_000 });
    const { approval } = (await hire()).body;
    const confirmed = await sandbox.door("POST", `/approvals/${approval.id}/confirm`, {
      milestone: { amount: 400, name: "Batch one" },
      payWith: "credits",
    });
    expect(confirmed.status).toBe(200);
    const result = confirmed.body.approval.result ?? {};
    expect(confirmed.body.approval.status).toBe("confirmed");
    expect(result).toMatchObject({ hired: true, jobId: approval.jobId });
    const read = (await agent("GET", `/contracts/${result.contractId}`)).body.contract;
    expect(read).toMatchObject({
      status: "active",
      paymentType: "FIXED_PRICE",
      hasActiveMilestone: true,
      proposalId: proposal(),
      freelancer: { userId: result.freelancerUserId, displayName: "Noor B.", country: "Portugal" },
    });
    expect(read.milestones).toMatchObject([
      {
        name: "Batch one",
        description: "First 10k images",
        status: "ACTIVE_FUNDED",
        amountUsd: 400,
        milestoneNumber: 1,
        dueDate: "2026-07-15T00:00:00.000Z",
      },
    ]);
    const { credits, ledger, events } = await truth();
    expect(credits).toMatchObject({ availableCents: 100_000 - 44_995, reservedCents: 40_000 });
    expect(ledger.slice(-2).map(({ type, amountCents }) => [type, amountCents])).toEqual([
      ["HOLD", -44_995],
      ["CAPTURE", -4995],
    ]);
    expect(events.slice(-4).map(({ type }) => type)).toEqual([
      "approval.confirmed",
      "proposal.status_changed",
      "contract.created",
      "milestone.status_changed",
    ]);
    expect((await hire()).body.details).toEqual({ reason: "already_accepted" });
  });

  test("confirmed by card leaves an invoice pending for a while", async () => {
    await setUp();
    const { approval } = (await hire()).body;
    await sandbox.door("POST", `/approvals/${approval.id}/confirm`, { payWith: "card" });
    const pending = (await agent("GET", "/payments/pending")).body.payments;
    expect(pending).toMatchObject([{ status: "PENDING_FUNDING", amountUsd: 450, viewerRole: "EMPLOYER" }]);
    expect((await truth()).events.at(-1)?.type).toBe("payment.pending");
    await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: HOUR });
    expect((await agent("GET", "/payments/pending")).body.payments).toEqual([]);
  });
});

describe("fund, release and end", () => {
  test("a fund is confirmed into escrow, a release out of it", async () => {
    await setUp({ creditsCents: 30_000 });
    const fund = await agent("POST", `/milestones/${milestone(0)}/fund`);
    expect(fund.body.approval).toMatchObject({
      type: "milestone_fund",
      contractId: contract(),
      milestoneId: milestone(0),
      proposalId: null,
    });
    expect((await agent("POST", `/milestones/${milestone(0)}/fund`)).body.approval).toEqual(
      fund.body.approval,
    );
    const paid = await sandbox.door("POST", `/approvals/${fund.body.approval.id}/confirm`, {
      payWith: "credits",
    });
    expect(Object.keys(paid.body.approval.result ?? {})).toEqual(["invoiceId"]);
    expect((await truth()).credits).toMatchObject({ availableCents: 2500, reservedCents: 25_000 });
    const refused = await agent("POST", `/milestones/${milestone(0)}/fund`);
    expect(refused.body.details).toEqual({ reason: "milestone_not_fundable", status: "ACTIVE_FUNDED" });

    const release = (await agent("POST", `/milestones/${milestone(0)}/approve`)).body.approval;
    const out = await sandbox.door("POST", `/approvals/${release.id}/confirm`, {});
    expect(Object.keys(out.body.approval.result ?? {})).toEqual(["invoiceId", "payoutTransactionId"]);
    expect((await truth()).credits).toMatchObject({ availableCents: 2500, reservedCents: 0 });
  });

  test("a fund by card names its payment intent", async () => {
    await setUp();
    const { approval } = (await agent("POST", `/milestones/${milestone(0)}/fund`)).body;
    const paid = await sandbox.door("POST", `/approvals/${approval.id}/confirm`, { payWith: "card" });
    expect(Object.keys(paid.body.approval.result ?? {})).toEqual(["invoiceId", "paymentIntentId"]);
  });

  test("every milestone state has its own refusal", async () => {
    await setUp();
    const reasons = async (verb: string) => {
      const heard = await Promise.all(
        [0, 3, 4, 5].map((at) => agent("POST", `/milestones/${milestone(at)}/${verb}`)),
      );
      return heard.map(({ body }) => body.details?.reason ?? "asked");
    };
    expect(await reasons("approve")).toEqual([
      "milestone_not_funded",
      "milestone_not_releasable",
      "milestone_cancelled",
      "milestone_not_releasable",
    ]);
    expect(await reasons("fund")).toEqual([
      "asked",
      "milestone_not_fundable",
      "milestone_cancelled",
      "milestone_not_fundable",
    ]);
  });

  test("the contract shows every state but the two hidden ones", async () => {
    await setUp();
    const [shown] = (await agent("GET", "/contracts?status=active")).body.contracts;
    expect(shown?.milestones.map(({ status, pendingApproval }) => [status, pendingApproval])).toEqual([
      ["PAID", false],
      ["NOT_FUNDED", false],
      ["ACTIVE_FUNDED", false],
      ["ACTIVE_FUNDED", true],
    ]);
    await sandbox.door("POST", "/guesses", {
      accountId: made.accountId,
      releasedSpelling: "DONE",
      handInFlag: false,
    });
    const [changed] = (await agent("GET", "/contracts")).body.contracts;
    expect(changed?.milestones.map(({ status }) => status)).toContain("DONE");
    expect(changed?.milestones.some(({ pendingApproval }) => pendingApproval)).toBe(false);
  });

  test.each([
    ["release", ["PAID", "PAID"]],
    ["refund", ["REFUNDED", "REFUNDED"]],
  ] as const)("ending with escrow asks, and the human settles it by %s", async (settle, states) => {
    await setUp();
    const asked = await agent("POST", `/contracts/${contract()}/end`);
    expect(asked.status).toBe(202);
    expect(asked.body.approval).toMatchObject({ type: "contract_end", milestoneId: null, proposalId: null });
    const done = await sandbox.door("POST", `/approvals/${asked.body.approval.id}/confirm`, { settle });
    expect(done.body.approval.result).toEqual({ contractEnded: true });
    const [ended] = (await truth()).contracts;
    expect(ended?.status).toBe("ended");
    expect(
      ended?.milestones
        .filter(({ id }) => [milestone(1), milestone(2)].includes(id))
        .map((one) => one.status),
    ).toEqual(states);
    const again = await agent("POST", `/contracts/${contract()}/end`);
    expect(again.body.details).toEqual({ reason: "contract_ended", contractId: contract() });
    const fund = await agent("POST", `/milestones/${milestone(0)}/fund`);
    expect(fund.body.details).toEqual({ reason: "contract_ended", contractId: contract() });
  });

  test("ending without escrow happens at once", async () => {
    await setUp();
    for (const at of [1, 2]) {
      const { approval } = (await agent("POST", `/milestones/${milestone(at)}/approve`)).body;
      await sandbox.door("POST", `/approvals/${approval.id}/confirm`, {});
    }
    const ended = await agent("POST", `/contracts/${contract()}/end`);
    expect(ended.status).toBe(200);
    expect(ended.body).toEqual({ ok: true, contractId: contract(), status: "ended" });
  });

  test("a confirm that cannot run any more is refused and leaves the request open", async () => {
    await setUp();
    const fund = (await agent("POST", `/milestones/${milestone(0)}/fund`)).body.approval;
    const end = (await agent("POST", `/contracts/${contract()}/end`)).body.approval;
    await sandbox.door("POST", `/approvals/${end.id}/confirm`, { settle: "refund" });
    const refused = await sandbox.door("POST", `/approvals/${fund.id}/confirm`, {});
    expect(refused.status).toBe(409);
    expect(refused.body.details.reason).toBe("contract_ended");
    expect((await agent("GET", `/approvals/${fund.id}`)).body.approval.status).toBe("pending");
  });
});

describe("an approval", () => {
  test("is visible to the owner and to the token that asked, to nobody else", async () => {
    const stranger = await sandbox.account();
    await setUp();
    const { id } = (await hire()).body.approval;
    const read = async (token: string) => {
      const { status, body } = await sandbox.call(token, "GET", `/approvals/${id}`);
      return status === 200 ? 200 : [status, body.details];
    };
    const nobody = [404, { resource: "approvals", approvalId: id }];
    expect(await read(made.tokens.owner)).toBe(200);
    expect(await read(made.tokens.agent)).toBe(200);
    expect(await read(made.tokens.member)).toEqual(nobody);
    expect(await read(stranger.tokens.owner)).toEqual(nobody);
    const further = (await sandbox.call(made.tokens.agent, "POST", "/tokens", {})).body.token;
    expect(await read(further)).toEqual(nobody);
    const ownerMade = (await sandbox.call(made.tokens.owner, "POST", "/tokens", {})).body.token;
    expect(await read(ownerMade)).toBe(200);
  });

  test("lapses when it is next looked at, once, and can then be asked for again", async () => {
    await setUp();
    const first = (await hire()).body.approval;
    await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: 80 * HOUR });
    expect((await truth()).approvals[0]?.status).toBe("pending");
    expect((await truth()).events.filter(({ type }) => type === "approval.confirmed")).toEqual([]);
    const second = (await hire()).body.approval;
    expect(second.id).not.toBe(first.id);
    for (let reading = 0; reading < 3; reading++) await agent("GET", `/approvals/${first.id}`);
    const settled = (await truth()).events.filter(({ type }) => type === "approval.confirmed");
    expect(settled.map(({ data }) => data)).toEqual([{ approvalId: first.id, status: "expired" }]);
    expect((await sandbox.door("POST", `/approvals/${first.id}/confirm`, {})).status).toBe(409);
  });

  test("lapses by itself when the sweep is on", async () => {
    await setUp();
    await sandbox.door("POST", "/guesses", { accountId: made.accountId, expiry: "sweep" });
    await hire();
    await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: 72 * HOUR });
    expect((await truth()).approvals[0]?.status).toBe("expired");
  });

  test("declined is final, and asking again makes a new one", async () => {
    await setUp();
    const first = (await hire()).body.approval;
    const declined = await sandbox.door("POST", `/approvals/${first.id}/decline`);
    expect(declined.body.approval).toMatchObject({ status: "declined", result: null });
    expect((await sandbox.door("POST", `/approvals/${first.id}/confirm`)).status).toBe(409);
    expect((await hire()).body.approval.id).not.toBe(first.id);
  });

  test("has no list", async () => {
    await setUp();
    const heard = await agent("GET", "/approvals");
    expect([heard.status, heard.body.code]).toEqual([404, "NOT_FOUND"]);
  });
});
