import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { readApproval } from "@/lib/services/approvals/read";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { connectSandbox } from "@/lib/testing/factories/connect-sandbox";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { TinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval, wireContract, wireMilestone } from "@/lib/testing/factories/wire";
import { useSandbox } from "@/lib/testing/sandbox";

const database = useTestDatabase();
const sandbox = useSandbox();
const minuteMs = 60_000;

const capture = (made: MadeWorkspace, id: string) =>
  captureApproval({
    ctx: made.agent(),
    input: { id, told: null, request: null, agent: null, way: "capture" },
  });
const read = async (made: MadeWorkspace, id: string) => getApproval({ ctx: made.owner, input: { id } });
const kinds = async (made: MadeWorkspace, id: string) =>
  (await read(made, id)).history.map(({ kind }) => kind).filter((kind) => kind.startsWith("trace"));

describe("what lies around a request", () => {
  let upstream: TinyUpstream;
  let made: MadeWorkspace;
  beforeEach(async () => {
    upstream = new TinyUpstream();
    await upstream.start();
    made = await makeWorkspace(database.db, { origin: upstream.origin });
    upstream.account = { ...upstream.account, organizationId: made.accountKey };
  });
  afterEach(() => upstream.stop());

  const listed = async () => {
    const milestone = wireMilestone();
    const contract = wireContract({ milestones: [milestone] });
    upstream.contracts.set(contract.id, contract);
    const wire = wireApproval(upstream.origin, {
      type: "milestone_fund",
      contractId: contract.id,
      milestoneId: milestone.id,
    });
    upstream.approvals.set(wire.id, wire);
    upstream.proposals.set(wire.proposalId ?? "", {
      id: wire.proposalId,
      jobId: "job_1",
      jobTitle: "Receipts",
    });
    return wire;
  };
  const around = async (id: string) =>
    Object.fromEntries(
      (await read(made, id)).around.map(({ what, readAt, unread }) => [
        what,
        unread?.code ?? (readAt ? "read" : "nothing"),
      ]),
    );

  it("has its age, each by itself", async () => {
    const { id } = await listed();
    await capture(made, id);
    await syncConnection({ db: database.db, connectionId: made.connectionId });
    expect(await around(id)).toEqual({
      contract: "read",
      budget: "nothing",
      milestone: "read",
      proposal: "read",
      job: "read",
      credits: "read",
    });
  });

  it.each([
    [
      "contract",
      /^\/contracts/,
      404,
      { contract: "not_visible", budget: "not_visible", milestone: "not_visible" },
    ],
    ["contract", /^\/contracts/, "garbage" as const, { contract: "garbled", milestone: "garbled" }],
    ["contract", /^\/contracts/, 500, { contract: "unreachable", milestone: "unreachable" }],
    ["proposal", /proposals/, 404, { proposal: "not_visible" }],
    ["proposal", /proposals/, 403, { proposal: "scope" }],
    ["job", /jobs/, 403, { job: "scope" }],
    ["credits", /credits/, 403, { credits: "scope" }],
  ])("the %s is unknown with why, and the request is listed (%s, %s)", async (_, path, fault, expected) => {
    const { id } = await listed();
    upstream.fail(path, fault);
    expect((await capture(made, id)).state).toBe("listed");
    await syncConnection({ db: database.db, connectionId: made.connectionId, isForced: true });
    expect(await around(id)).toMatchObject(expected);
    expect((await read(made, id)).approval.standing).toBe("open");
    upstream.heal();
    await readApproval({ db: database.db, workspaceId: made.workspaceId, id, now: new Date() });
    await database.pool.query("update connections set jobs_read_at = null, credits_read_at = null");
    await syncConnection({ db: database.db, connectionId: made.connectionId, isForced: true });
    const { budget: _budget, ...rest } = await around(id);
    expect(new Set(Object.values(rest))).toEqual(new Set(["read"]));
  });
});

describe("confirmed without a trace", () => {
  async function confirmedFund(options: { payWith: "card" | "credits" }) {
    const account = await sandbox.account({ scenario: "empty", creditsCents: 900_000 });
    const made = await connectSandbox(database.db, sandbox.origin, account);
    await sandbox.door("POST", "/guesses", { accountId: account.accountId, confirmWithoutTrace: true });
    const [contractId] = account.ids.contracts;
    const { milestone } = await sandbox.call<{ milestone: { id: string } }>(
      account.tokens.agent,
      "POST",
      `/contracts/${contractId}/milestones`,
      { name: "Next", description: "more", amountUsd: 12 },
    );
    const { approval } = await sandbox.call<{ approval: { id: string } }>(
      account.tokens.agent,
      "POST",
      `/milestones/${milestone.id}/fund`,
    );
    await capture(made, approval.id);
    await sandbox.door("POST", `/approvals/${approval.id}/confirm`, options);
    const look = async () => {
      await readApproval({
        db: database.db,
        workspaceId: made.workspaceId,
        id: approval.id,
        now: new Date(),
        isScheduled: true,
      });
      return (await read(made, approval.id)).approval;
    };
    const wait = (minutes: number) => sandbox.advance(account.accountId, minutes * minuteMs);
    return { made, account, id: approval.id, look, wait };
  }

  it("is awaited for a while, then marked so, and told", async () => {
    const { made, id, look, wait } = await confirmedFund({ payWith: "card" });
    expect(await look()).toMatchObject({ standing: "confirmed", trace: null });
    await wait(5);
    expect(await look()).toMatchObject({ trace: null });
    await wait(6);
    expect(await look()).toMatchObject({ standing: "confirmed", trace: "missing" });
    expect(await kinds(made, id)).toEqual(["trace_missing"]);
    await look();
    expect(await kinds(made, id)).toEqual(["trace_missing"]);
  });

  it("is none where the ledger shows it", async () => {
    const { made, id, look, wait } = await confirmedFund({ payWith: "credits" });
    await look();
    await wait(11);
    expect(await look()).toMatchObject({ trace: "found" });
    expect(await kinds(made, id)).toEqual([]);
  });

  it("is over when it shows after all", async () => {
    const { made, id, look, wait, account } = await confirmedFund({ payWith: "card" });
    await look();
    await wait(11);
    await look();
    await sandbox.fault(account.accountId, {
      match: { method: "GET", path: "/contracts/" },
      kind: "rewrite",
      set: Object.fromEntries(
        [0, 1, 2, 3, 4, 5, 6].map((at) => [`$.contract.milestones[${at}].status`, "ACTIVE_FUNDED"]),
      ),
    });
    await wait(1);
    expect(await look()).toMatchObject({ trace: "found" });
    expect(await kinds(made, id)).toEqual(["trace_missing", "trace_found"]);
  });
});
