import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { type CaptureInput, captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { listApprovals } from "@/lib/services/approvals/list";
import { listClaims } from "@/lib/services/claims/list";
import type { Ctx } from "@/lib/services/context";
import { events } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval, wireContract, wireMilestone } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();

const hireBody = {
  milestone: { name: "Pilot", description: "600 receipts", amount: 450, dueDate: "2026-12-05" },
};

function input(id: string, more: Partial<CaptureInput> = {}): CaptureInput {
  return { id, told: null, request: null, agent: null, way: "capture", ...more };
}

async function workspace() {
  upstream.heal();
  return makeWorkspace(database.db, { origin: upstream.origin });
}

async function kindsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ kind: events.kind })
    .from(events)
    .where(and(eq(events.workspaceId, ctx.workspaceId), eq(events.subjectId, id)))
    .orderBy(events.id);
  return rows.map(({ kind }) => kind);
}

describe("capturing a request", () => {
  it("lists what OpenTrain's own answer proves, with what we were told kept apart", async () => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    upstream.proposals.set(wire.proposalId ?? "", {
      id: wire.proposalId,
      jobId: "job_1",
      jobTitle: "Box 600 receipts",
      candidate: { id: "usr_noor", displayName: "Noor B." },
    });
    const agent = { name: "Hiring agent", reason: "Best interview" };
    const told = { ...wire, approvalUrl: "https://evil.example/approvals/1" };
    const captured = await captureApproval({
      ctx: made.agent(),
      input: input(wire.id, { told, request: hireBody, agent }),
    });
    expect(captured).toEqual({ id: wire.id, state: "listed" });
    const { approval, history } = await getApproval({ ctx: made.owner, input: { id: wire.id } });
    expect(approval).toMatchObject({
      standing: "open",
      proof: "read",
      way: "capture",
      wayLabel: "Capture key",
      approvalUrl: wire.approvalUrl,
      link: { state: "ok", problem: null },
      toldTerms: { name: "Pilot", amountCents: 45_000 },
      recordedTerms: null,
      counterparty: "Noor B.",
      jobTitle: "Box 600 receipts",
      agent: { name: "Hiring agent", reason: "Best interview" },
    });
    expect(approval.money).toMatchObject({ kind: "charge", amountCents: 45_000, totalCents: 50_495 });
    expect(approval.money.sources.amount).toBe("agent");
    expect(history.map(({ kind, actor }) => [kind, actor.kind, actor.label])).toEqual([
      ["asked", "agent", "Hiring agent"],
      ["told", "agent", "Hiring agent"],
      ["listed", "system", null],
      ["enriched", "opentrain", null],
    ]);
    expect((await listClaims({ ctx: made.owner })).claims).toEqual([]);
  });

  it("takes the amount of a fund from the contract it belongs to", async () => {
    const made = await workspace();
    const milestone = wireMilestone({ amountUsd: 250 });
    const contract = wireContract({ milestones: [milestone] });
    upstream.contracts.set(contract.id, contract);
    const wire = wireApproval(upstream.origin, {
      type: "milestone_fund",
      contractId: contract.id,
      milestoneId: milestone.id,
      proposalId: null,
    });
    upstream.approvals.set(wire.id, wire);
    await captureApproval({ ctx: made.agent(), input: input(wire.id) });
    const { approval } = await getApproval({ ctx: made.owner, input: { id: wire.id } });
    expect(approval).toMatchObject({
      counterparty: "Noor B.",
      milestoneName: "Pilot",
      jobTitle: "Box 600 receipts",
    });
    expect(approval.money).toMatchObject({ totalCents: 25_000, maxTotalCents: 27_500 });
  });

  it("is safe to repeat: nothing twice, no more reads", async () => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    const again = input(wire.id, { request: hireBody, agent: { name: "Hiring agent" } });
    await captureApproval({ ctx: made.agent(), input: again });
    const before = await kindsOf(made.owner, wire.id);
    upstream.calls = [];
    expect(await captureApproval({ ctx: made.agent(), input: again })).toEqual({
      id: wire.id,
      state: "listed",
    });
    expect(upstream.calls).toEqual([]);
    expect(await kindsOf(made.owner, wire.id)).toEqual(before);
  });

  it("makes one approval and one event of twenty captures at once", async () => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    const captures = Array.from({ length: 20 }, () =>
      captureApproval({ ctx: made.agent(), input: input(wire.id, { request: hireBody }) }),
    );
    const states = (await Promise.all(captures)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["listed"]));
    expect(await kindsOf(made.owner, wire.id)).toEqual(["told", "asked", "listed", "enriched"]);
    const { approvals } = await listApprovals({
      ctx: made.owner,
      input: { ...NO_FILTER, limit: 50, cursor: null },
    });
    expect(approvals.map(({ id }) => id)).toEqual([wire.id]);
    expect((await listClaims({ ctx: made.owner })).claims).toEqual([]);
  });

  it("adds an agent's name and reason later; the first terms stay and later ones are history", async () => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await captureApproval({ ctx: made.agent(), input: input(wire.id, { request: hireBody }) });
    await captureApproval({
      ctx: made.agent(),
      input: input(wire.id, { agent: { name: "Hiring agent", reason: "Because" } }),
    });
    const { name, amount } = hireBody.milestone;
    await captureApproval({
      ctx: made.agent(),
      input: input(wire.id, { request: { milestone: { name, amount } } }),
    });
    const other = { milestone: { ...hireBody.milestone, amount: 999 } };
    await captureApproval({ ctx: made.agent(), input: input(wire.id, { request: other }) });
    const { approval, history } = await getApproval({ ctx: made.owner, input: { id: wire.id } });
    expect(approval.agent).toMatchObject({ name: "Hiring agent", reason: "Because" });
    expect(approval.toldTerms?.amountCents).toBe(45_000);
    expect(approval.money.amountCents).toBe(45_000);
    expect(history.filter(({ kind }) => kind === "told_again")).toHaveLength(1);
    const later = history.find(({ kind }) => kind === "told_again");
    expect(later?.text).toMatchObject({ terms: { amountCents: 99_900 } });
    expect(JSON.stringify(later?.data)).not.toContain("99900");
  });

  it("keeps no token that somebody handed over by mistake, wherever it stands", async () => {
    const made = await workspace();
    const token = "ot_pat_mistake_7c1f";
    const told = { note: `use ${token}`, [token]: [token] };
    const words = { told, request: { milestone: { ...hireBody.milestone, name: token } } };
    const agent = { name: token, reason: `My token is ${token}` };
    await captureApproval({ ctx: made.agent(), input: input("appr_mistaken", { ...words, agent }) });
    expect(await tablesHolding(database.pool, token)).toEqual([]);
    expect(await tablesHolding(database.pool, "appr_mistaken")).toContain("countersign.claims");
    const asId = captureApproval({ ctx: made.agent(), input: input(token) });
    await expect(asId).rejects.toMatchObject({ code: "BAD_REQUEST", details: { field: "id" } });
  });

  it.each([
    ["not_visible", 404],
    ["refused", 401],
    ["unreachable", 500],
    ["unreachable", "drop"],
    ["garbled", "garbage"],
  ] as const)("keeps it as a claim that says %s when the read ends in %s", async (why, fault) => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    upstream.fail(new RegExp(`/approvals/${wire.id}`), fault);
    const captured = await captureApproval({
      ctx: made.agent(),
      input: input(wire.id, { request: hireBody }),
    });
    expect(captured.state).toBe("claimed");
    const { claims } = await listClaims({ ctx: made.owner });
    expect(claims).toMatchObject([{ id: wire.id, why, way: "capture", label: "Capture key" }]);
    await expect(getApproval({ ctx: made.owner, input: { id: wire.id } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { rows } = await database.pool.query(
      "select key, run_at > now() as later from graphile_worker.jobs where key = $1",
      [`claim ${made.workspaceId} ${wire.id}`],
    );
    expect(rows).toEqual([{ key: `claim ${made.workspaceId} ${wire.id}`, later: true }]);
  });

  it("has the claim stored before OpenTrain is asked", async () => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin);
    upstream.fail(/approvals/, "hang");
    const capture = captureApproval({ ctx: made.agent(), input: input(wire.id), readWithinMs: 400 });
    await expect.poll(() => upstream.calls.some((path) => path.includes(wire.id))).toBe(true);
    const { claims } = await listClaims({ ctx: made.owner });
    expect(claims.map(({ id, why }) => [id, why])).toEqual([[wire.id, "checking"]]);
    expect(await kindsOf(made.owner, wire.id)).toEqual(["told"]);
    expect((await capture).state).toBe("claimed");
  });

  it("sets a foreign link of OpenTrain's own answer aside", async () => {
    const made = await workspace();
    const wire = wireApproval(upstream.origin, { approvalUrl: "https://evil.example/approvals/x" });
    upstream.approvals.set(wire.id, wire);
    await captureApproval({ ctx: made.agent(), input: input(wire.id) });
    const { approval, history } = await getApproval({ ctx: made.owner, input: { id: wire.id } });
    expect(approval).toMatchObject({ approvalUrl: null, link: { state: "quarantined", problem: "scheme" } });
    expect(history.map(({ kind }) => kind)).toContain("link_quarantined");
  });

  it("refuses ids that no approval can have and people who may not add any", async () => {
    const made = await workspace();
    for (const id of ["", "..", "a\0b", "x".repeat(501)]) {
      const capture = captureApproval({ ctx: made.agent(), input: input(id) });
      await expect(capture, JSON.stringify(id)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    const capture = captureApproval({ ctx: made.as("finance"), input: input("appr_1", { way: "paste" }) });
    await expect(capture).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
