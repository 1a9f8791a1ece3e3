import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { type CaptureInput, captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { pasteApprovals } from "@/lib/services/approvals/paste";
import { dismissClaim } from "@/lib/services/claims/dismiss";
import { listClaims } from "@/lib/services/claims/list";
import { proveClaim } from "@/lib/services/claims/prove";
import type { Ctx } from "@/lib/services/context";
import { getSummary } from "@/lib/services/summary/get";
import { events } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { insertClaimRow } from "@/lib/testing/factories/insert-claim";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();

const input = (id: string, more: Partial<CaptureInput> = {}): CaptureInput => ({
  id,
  told: null,
  request: null,
  agent: null,
  way: "capture",
  ...more,
});

async function workspace() {
  upstream.heal();
  return makeWorkspace(database.db, { origin: upstream.origin });
}

const shown = async (ctx: Ctx) => (await listClaims({ ctx })).claims.map(({ id }) => id);

async function kindsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ kind: events.kind })
    .from(events)
    .where(and(eq(events.workspaceId, ctx.workspaceId), eq(events.subjectId, id)))
    .orderBy(events.id);
  return rows.map(({ kind }) => kind);
}

it("is set aside and shown again by the owner, each with one event", async () => {
  const made = await workspace();
  const { id } = await insertClaimRow(database.db, made.workspaceId);
  const ctx = made.owner;
  const set = (isDismissed: boolean) => dismissClaim({ ctx, input: { id, isDismissed } });
  await set(true);
  await set(true);
  expect(await shown(ctx)).toEqual([]);
  expect((await getSummary({ ctx })).claims).toBe(0);
  await set(false);
  expect(await shown(ctx)).toEqual([id]);
  expect(await kindsOf(ctx, id)).toEqual(["claim_dismissed", "claim_restored"]);
});

it("is set aside by nobody else", async () => {
  const [made, other] = [await workspace(), await workspace()];
  const { id } = await insertClaimRow(database.db, made.workspaceId);
  const by = (ctx: Ctx) => dismissClaim({ ctx, input: { id, isDismissed: true } });
  await expect(by(made.as("finance"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(by(made.agent())).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(by(other.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await shown(made.owner)).toEqual([id]);
});

it("is tried all the same when it was set aside, and listed once it is proven", async () => {
  const made = await workspace();
  const wire = wireApproval(upstream.origin);
  await captureApproval({ ctx: made.agent(), input: input(wire.id) });
  await dismissClaim({ ctx: made.owner, input: { id: wire.id, isDismissed: true } });
  upstream.approvals.set(wire.id, wire);
  const { db, workspaceId } = made.owner;
  expect(await proveClaim({ db, workspaceId, id: wire.id, now: new Date() })).toBe("listed");
  expect((await getApproval({ ctx: made.owner, input: { id: wire.id } })).approval.standing).toBe("open");
  const gone = dismissClaim({ ctx: made.owner, input: { id: wire.id, isDismissed: false } });
  await expect(gone).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("stays set aside when an agent repeats it, and is shown again when the owner adds it anew", async () => {
  const made = await workspace();
  const id = unique("apr_again");
  await captureApproval({ ctx: made.agent(), input: input(id) });
  await dismissClaim({ ctx: made.owner, input: { id, isDismissed: true } });
  await captureApproval({ ctx: made.agent(), input: input(id, { agent: { name: "label-agent" } }) });
  expect(await shown(made.owner)).toEqual([]);
  await captureApproval({ ctx: made.owner, input: input(id, { way: "paste" }) });
  expect(await shown(made.owner)).toEqual([id]);
});

it("says what the agent said and when it is tried again", async () => {
  const made = await workspace();
  const id = unique("apr_said");
  const agent = { name: "label-agent", reason: "Next in line." };
  await captureApproval({ ctx: made.agent(), input: input(id, { agent }) });
  const [claim] = (await listClaims({ ctx: made.owner })).claims;
  expect(claim).toMatchObject({ id, why: "not_visible", agent });
  expect(claim?.nextTryAt?.getTime()).toBeGreaterThan(Date.now());
});

it("answers whoever told it without waiting, and proves it all the same", async () => {
  const made = await workspace();
  const wire = wireApproval(upstream.origin);
  upstream.approvals.set(wire.id, wire);
  const release = upstream.hold(new RegExp(wire.id));
  const told = { ctx: made.agent(), input: input(wire.id), answerWithinMs: 1 };
  expect(await captureApproval(told)).toEqual({ id: wire.id, state: "claimed" });
  expect(await shown(made.owner)).toEqual([wire.id]);
  release();
  await expect.poll(() => shown(made.owner)).toEqual([]);
  const { approval } = await getApproval({ ctx: made.owner, input: { id: wire.id } });
  expect(approval.standing).toBe("open");
});

it("says listed as soon as the approval itself was read, and reads what lies around it after that", async () => {
  const made = await workspace();
  const wire = wireApproval(upstream.origin);
  upstream.approvals.set(wire.id, wire);
  upstream.proposals.set(wire.proposalId ?? "", {
    id: wire.proposalId,
    jobId: "job_1",
    jobTitle: "Box 600 receipts",
    candidate: { id: "usr_noor", displayName: "Noor B." },
  });
  const release = upstream.hold(/proposals/);
  const told = { ctx: made.agent(), input: input(wire.id), answerWithinMs: 60_000 };
  expect(await captureApproval(told)).toEqual({ id: wire.id, state: "listed" });
  const read = async () => (await getApproval({ ctx: made.owner, input: { id: wire.id } })).approval;
  expect((await read()).counterparty).toBeNull();
  const { rows } = await database.pool.query("select 1 from graphile_worker.jobs where key = $1", [
    `read ${made.workspaceId} ${wire.id}`,
  ]);
  expect(rows, "somebody reads it should this process stop here").toHaveLength(1);
  release();
  await expect.poll(async () => (await read()).counterparty).toBe("Noor B.");
});

it("takes ids as long as OpenTrain may make them, in any script", async () => {
  const made = await workspace();
  for (const id of [randomBytes(250).toString("hex"), "漢".repeat(500)]) {
    expect(await captureApproval({ ctx: made.agent(), input: input(id) })).toEqual({ id, state: "claimed" });
    const wire = wireApproval(upstream.origin, { id });
    upstream.approvals.set(id, wire);
    const { db, workspaceId } = made.owner;
    expect(await proveClaim({ db, workspaceId, id, now: new Date() })).toBe("listed");
    expect((await getApproval({ ctx: made.owner, input: { id } })).approval.id).toBe(id);
  }
});

it("adds nothing of more than it can answer for, though a line may hold many", async () => {
  const made = await workspace();
  const idsOf = (count: number) => Array.from({ length: count }, (_, at) => `appr_${unique("many")}${at}`);
  const paste = (ids: string[]) =>
    pasteApprovals({ ctx: made.owner, input: { text: `${ids.join(" ")}\nand nothing here` } });
  await expect(paste(idsOf(200))).rejects.toMatchObject({ reason: "too_many_pieces" });
  expect((await listClaims({ ctx: made.owner })).claims).toEqual([]);
  const few = idsOf(3);
  const { results } = await paste(few);
  expect(results.map(({ id, outcome }) => id ?? outcome)).toEqual([...few, "not_a_link"]);
});
