import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { listApprovals } from "@/lib/services/approvals/list";
import { noteOpenedToConfirm } from "@/lib/services/approvals/note-opened";
import { requestRead } from "@/lib/services/approvals/request-read";
import { listClaims } from "@/lib/services/claims/list";
import { getConnection } from "@/lib/services/connections/get";
import type { Ctx } from "@/lib/services/context";
import { getContract } from "@/lib/services/contracts/get";
import { listContracts } from "@/lib/services/contracts/list";
import { getSummary } from "@/lib/services/summary/get";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval, wireContract, wireMilestone } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const open = { ...NO_FILTER, limit: 50, cursor: null };

/** Two workspaces, of which one has everything: an approval, a claim, a contract, credits, history. */
async function two() {
  const milestone = wireMilestone({ status: "ACTIVE_FUNDED" });
  const contract = wireContract({ milestones: [milestone] });
  const wire = wireApproval(upstream.origin, {
    type: "milestone_approve",
    contractId: contract.id,
    milestoneId: milestone.id,
    proposalId: null,
  });
  upstream.contracts.set(contract.id, contract);
  upstream.approvals.set(wire.id, wire);
  const [full, other] = [
    await makeWorkspace(database.db, { origin: upstream.origin }),
    await makeWorkspace(database.db, { origin: upstream.origin }),
  ];
  for (const id of [wire.id, "appr_unknown"]) {
    await captureApproval({
      ctx: full.agent(),
      input: { id, told: null, request: null, agent: null, way: "capture" },
    });
  }
  return { full, other, approvalId: wire.id, contractId: contract.id };
}

describe("a workspace", () => {
  it("sees its own", async () => {
    const { full, approvalId, contractId } = await two();
    const ctx = full.owner;
    expect((await listApprovals({ ctx, input: open })).approvals.length).toBe(1);
    expect((await getApproval({ ctx, input: { id: approvalId } })).history.length).toBeGreaterThan(0);
    expect((await listClaims({ ctx })).claims.length).toBe(1);
    expect((await listContracts({ ctx })).contracts.length).toBe(1);
    expect((await getContract({ ctx, input: { id: contractId } })).contract.approvals.length).toBe(1);
    expect(await getSummary({ ctx })).toMatchObject({ claims: 1, waiting: { count: 1 } });
  });

  it("sees nothing of another's, in any verb", async () => {
    const { other, approvalId, contractId } = await two();
    const ctx = other.owner;
    const notFound = expect.objectContaining({ code: "NOT_FOUND" });
    const listed = await listApprovals({ ctx, input: open });
    expect(listed).toMatchObject({ approvals: [], totals: { count: 0 } });
    expect((await listClaims({ ctx })).claims).toEqual([]);
    expect((await listContracts({ ctx })).contracts).toEqual([]);
    expect(await getSummary({ ctx })).toMatchObject({ claims: 0, credits: null, waiting: { count: 0 } });
    const byId = [
      () => getApproval({ ctx, input: { id: approvalId } }),
      () => getContract({ ctx, input: { id: contractId } }),
      () => noteOpenedToConfirm({ ctx, input: { id: approvalId } }),
      () => requestRead({ ctx, input: { id: approvalId } }),
    ];
    for (const verb of byId) await expect(verb()).rejects.toEqual(notFound);
  });

  it("lets an agent's key add requests and read none", async () => {
    const { full, approvalId, contractId } = await two();
    const ctx: Ctx = full.agent();
    const verbs = [
      () => listApprovals({ ctx, input: open }),
      () => getApproval({ ctx, input: { id: approvalId } }),
      () => listClaims({ ctx }),
      () => listContracts({ ctx }),
      () => getContract({ ctx, input: { id: contractId } }),
      () => getSummary({ ctx }),
      () => noteOpenedToConfirm({ ctx, input: { id: approvalId } }),
      () => requestRead({ ctx, input: { id: approvalId } }),
    ];
    for (const verb of verbs) await expect(verb()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await getConnection({ ctx }))?.origin).toBe(upstream.origin);
  });

  it("keeps its token out of every row, every answer and every other origin", async () => {
    const { full, approvalId } = await two();
    expect(await tablesHolding(database.pool, full.token)).toEqual([]);
    expect(await tablesHolding(database.pool, approvalId)).toContain("countersign.approvals");
    expect(JSON.stringify(await getConnection({ ctx: full.owner }))).not.toContain("ot_pat_");
    expect(upstream.tokens).toContain(`Bearer ${full.token}`);
  });
});
