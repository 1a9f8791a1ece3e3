import { expect, it } from "vitest";
import { getCoverage } from "@/lib/services/coverage/get";
import { getSummary } from "@/lib/services/summary/get";
import { contracts, milestones, pendingPayments } from "@/lib/store/schema";
import { readPayments } from "@/lib/sync/read-payments";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const now = new Date();
const hourMs = 3_600_000;

async function connected(): Promise<MadeWorkspace> {
  const watchingSince = new Date(now.getTime() - 24 * hourMs);
  return makeWorkspace(database.db, { origin: "http://127.0.0.1:9", watchingSince });
}

async function hints(made: MadeWorkspace): Promise<[string, string, string | null][]> {
  const told = await getCoverage({ ctx: made.as("viewer"), input: { from: null, to: null } });
  expect((await getSummary({ ctx: made.as("viewer") })).hints).toBe(told.hints.length);
  return told.hints.map(({ kind, subjectId, contractId }) => [kind, subjectId, contractId]);
}

async function insertContract({ workspaceId }: MadeWorkspace, id: string, startedHoursAgo: number) {
  const createdAt = new Date(now.getTime() - startedHoursAgo * hourMs);
  const row = { workspaceId, id, title: "Receipts", status: "active", proposalId: `prop_${id}`, createdAt };
  await database.db.insert(contracts).values({ ...row, readAt: now });
}

async function insertMilestone(
  made: MadeWorkspace,
  id: string,
  contractId: string,
  phase: "funded" | "submitted",
) {
  const { workspaceId } = made;
  const row = {
    workspaceId,
    contractId,
    id,
    name: "Pilot",
    status: "ACTIVE_FUNDED",
    phase,
    amountCents: 25_000,
  };
  await database.db.insert(milestones).values({ ...row, readAt: now });
}

it("hints at an invoice until a request to fund it, or the hire it came with, is known", async () => {
  const made = await connected();
  const { workspaceId } = made;
  await insertContract(made, "c1", 48);
  await insertMilestone(made, "m1", "c1", "funded");
  await insertMilestone(made, "m2", "c1", "funded");
  for (const [id, milestoneId] of [
    ["i1", "m1"],
    ["i2", "m2"],
    ["i3", null],
  ] as const) {
    const row = { workspaceId, id, milestoneId, milestoneName: "Pilot", amountCents: 25_000, createdAt: now };
    await database.db.insert(pendingPayments).values({ ...row, readAt: now });
  }
  expect(await hints(made)).toEqual([
    ["invoice", "i1", "c1"],
    ["invoice", "i2", "c1"],
    ["invoice", "i3", null],
  ]);
  await insertApprovalRow(database.db, made, { type: "milestone_fund", milestoneId: "m1", contractId: "c1" });
  expect(await hints(made)).toEqual([
    ["invoice", "i2", "c1"],
    ["invoice", "i3", null],
  ]);
  await insertApprovalRow(database.db, made, { standing: "confirmed", contractId: "c1" });
  expect(await hints(made)).toEqual([["invoice", "i3", null]]);
  expect(await hints(await connected())).toEqual([]);
});

it("hints at a contract that began since without a hire, by whatever the hire names", async () => {
  const made = await connected();
  await insertContract(made, "old", 30);
  for (const id of ["c1", "c2", "c3"]) await insertContract(made, id, 2);
  expect(await hints(made)).toEqual([
    ["hire", "c1", "c1"],
    ["hire", "c2", "c2"],
    ["hire", "c3", "c3"],
  ]);
  await insertApprovalRow(database.db, made, { standing: "confirmed", contractId: "c1" });
  await insertApprovalRow(database.db, made, { standing: "confirmed", proposalId: "prop_c2" });
  await insertApprovalRow(database.db, made, { type: "milestone_fund", contractId: "c3" });
  expect(await hints(made)).toEqual([["hire", "c3", "c3"]]);
});

it("hints at work handed in until its release, or the end of its contract, is asked for", async () => {
  const made = await connected();
  for (const id of ["c1", "c2"]) await insertContract(made, id, 48);
  await insertMilestone(made, "m1", "c1", "submitted");
  await insertMilestone(made, "m2", "c2", "submitted");
  await insertMilestone(made, "m3", "c2", "funded");
  expect(await hints(made)).toEqual([
    ["handed_in", "m1", "c1"],
    ["handed_in", "m2", "c2"],
  ]);
  const declined = { type: "milestone_approve", milestoneId: "m1", standing: "declined" } as const;
  await insertApprovalRow(database.db, made, declined);
  expect(await hints(made)).toHaveLength(2);
  await insertApprovalRow(database.db, made, { type: "milestone_approve", milestoneId: "m1" });
  await insertApprovalRow(database.db, made, { type: "contract_end", contractId: "c2" });
  expect(await hints(made)).toEqual([]);
});

it("keeps only invoices that wait for us, as they were last listed", async () => {
  const made = await connected();
  const { db } = database;
  const [connection] = await db.query.connections.findMany({
    where: (row, { eq }) => eq(row.id, made.connectionId),
  });
  if (!connection) throw new Error("no connection");
  const payment = (id: string, changes: object = {}) => ({
    id,
    status: "PENDING_FUNDING",
    viewerRole: "EMPLOYER",
    milestoneId: "m9",
    milestoneName: "Pilot",
    jobId: null,
    jobTitle: null,
    amountCents: null,
    createdAt: null,
    ...changes,
  });
  let listed: object[] = [];
  let calls = 0;
  let time = now.getTime();
  const read = () => {
    calls += 1;
    return Promise.resolve({ ok: true as const, value: { payments: listed, setAside: 0 }, tokenId: null });
  };
  const reader = { read, offsetMs: () => 0, callsMade: () => 0 } as never;
  const round = { db, connection, reader, clock: () => new Date(time), lease: null };
  listed = [
    payment("i1"),
    payment("i2", { status: "PENDING_PAYOUT" }),
    payment("i3", { viewerRole: "TRAINER" }),
    payment("i1"),
  ];
  await readPayments(round);
  expect(await hints(made)).toEqual([["invoice", "i1", null]]);
  listed = [payment("i4", { viewerRole: null })];
  await readPayments(round);
  expect([calls, await hints(made)]).toEqual([1, [["invoice", "i1", null]]]);
  time += 6 * 60_000;
  await readPayments(round);
  expect([calls, await hints(made)]).toEqual([2, [["invoice", "i4", null]]]);
});
