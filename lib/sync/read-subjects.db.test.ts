import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Action } from "@/lib/domain/actions";
import { askedOf } from "@/lib/services/asks/asked";
import type { Learned } from "@/lib/services/asks/learned";
import { listUnanswered } from "@/lib/services/asks/list";
import { settleAsk } from "@/lib/services/asks/settle";
import { listBlocked } from "@/lib/services/blocked/list";
import { makeEverythingDue } from "@/lib/store/approvals/due";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireContract, wireMilestone } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const blockedBy: Learned = { kind: "blocked", reason: "payment_method_required", link: null };

let made: MadeWorkspace;
beforeEach(async () => {
  upstream.heal();
  upstream.calls = [];
  made = await makeWorkspace(database.db, { origin: upstream.origin });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
});

async function ask(action: Action, subjectId: string, learned: Learned): Promise<void> {
  const { workspaceId, connectionId } = made;
  const at = new Date();
  const terms = { milestone: { name: "Pilot", description: "600 receipts", amount: 450 } };
  const asked = askedOf(randomUUID(), {
    place: { workspaceId, connectionId },
    action,
    subjectId,
    body: action === "hire" ? Buffer.from(JSON.stringify(terms)) : null,
    agent: { name: "label-agent", reason: null },
    at,
  });
  await settleAsk({
    db: database.db,
    asked,
    by: { kept: "stored", keeper: randomUUID() },
    answer: { learned, at, date: null, isWitnessed: false },
    clock: () => at,
  });
}

function propose(): string {
  const id = unique("prop");
  upstream.proposals.set(id, {
    id,
    jobId: "job_1",
    jobTitle: "Box 600 receipts",
    candidate: { id: "usr_noor", displayName: "Noor B." },
  });
  return id;
}

const sync = (now?: Date) =>
  syncConnection({
    db: database.db,
    connectionId: made.connectionId,
    isForced: true,
    ...(now ? { clock: () => now } : {}),
  });
const blocked = async () => (await listBlocked({ ctx: made.as("viewer") })).blocked;
const asksFor = (path: string) => upstream.calls.filter((call) => call === path).length;

it("reads once whom a refused hire is about, however often it is refused", async () => {
  const id = propose();
  await ask("hire", id, blockedBy);
  expect(await blocked()).toMatchObject([{ subject: { name: null, readAt: null, unread: null } }]);
  await sync();
  expect(await blocked()).toMatchObject([
    { subject: { name: "Noor B.", jobTitle: "Box 600 receipts", readAt: expect.any(Date), unread: null } },
  ]);
  await ask("hire", id, blockedBy);
  await sync();
  await sync();
  expect(asksFor(`/proposals/${id}`)).toBe(1);
});

it("finds a milestone, its amount and its contract, though OpenTrain gives it no address of its own", async () => {
  await sync();
  const milestone = wireMilestone({ name: "Batch 2", amountUsd: 250 });
  const contract = wireContract({ milestones: [milestone] });
  upstream.contracts.set(contract.id, contract);
  upstream.calls = [];
  await ask("fund", milestone.id, { kind: "unknown" });
  await ask("release", milestone.id, blockedBy);
  await ask("end", contract.id, blockedBy);
  await sync();
  const about = { counterparty: "Noor B.", contractTitle: contract.title, jobTitle: "Box 600 receipts" };
  const step = { ...about, name: "Batch 2", amountCents: 25_000, unread: null };
  expect((await listUnanswered({ ctx: made.as("viewer") })).unanswered).toMatchObject([{ subject: step }]);
  expect((await blocked()).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      expect.objectContaining(step),
      expect.objectContaining({ ...about, name: contract.title }),
    ]),
  );
  expect(asksFor("/contracts")).toBe(1);
});

it.each([
  ["hire", /^\/proposals/, 404, "not_visible"],
  ["hire", /^\/proposals/, 403, "scope"],
  ["hire", /^\/proposals/, "garbage", "garbled"],
  ["end", /^\/contracts\/ctr_hidden/, 404, "not_visible"],
  ["fund", /^\/contracts$/, null, "not_visible"],
] as const)(
  "a %s that may not be read says why, and is not asked for again (%s, %s)",
  async (action, path, fault, code) => {
    upstream.contracts.clear();
    await sync();
    if (fault !== null) upstream.fail(path, fault);
    await ask(action, "ctr_hidden", blockedBy);
    const callsOfSync = async () => {
      upstream.calls = [];
      await sync();
      return upstream.calls.filter((call) => path.test(call)).length;
    };
    expect(await callsOfSync()).toBeGreaterThan(0);
    expect(await blocked()).toMatchObject([{ subject: { name: null, unread: { code } } }]);
    expect(await callsOfSync()).toBe(0);
  },
);

it("is read after all when another token was connected", async () => {
  const id = propose();
  upstream.failScope(/^\/proposals/, ["proposals:read"]);
  await ask("hire", id, blockedBy);
  await sync();
  expect(await blocked()).toMatchObject([{ subject: { unread: { code: "scope" } } }]);
  upstream.heal();
  const now = new Date();
  await database.db.transaction((tx) => makeEverythingDue(tx, made.workspaceId, now, now));
  await sync();
  expect(await blocked()).toMatchObject([{ subject: { name: "Noor B.", unread: null } }]);
});

it("that OpenTrain stumbles over waits a while, and holds up neither the round nor the others", async () => {
  const [first, second] = [propose(), propose()];
  upstream.fail(new RegExp(first), 500);
  await ask("hire", second, blockedBy);
  await ask("hire", first, blockedBy);
  expect(await sync()).toBe("ok");
  expect(await blocked()).toMatchObject([
    { subjectId: first, subject: { unread: { code: "unreachable" } } },
    { subjectId: second, subject: { name: "Noor B." } },
  ]);
  upstream.heal();
  upstream.calls = [];
  await sync();
  expect(asksFor(`/proposals/${first}`)).toBe(0);
  await sync(new Date(Date.now() + 11 * 60_000));
  expect((await blocked()).map(({ subject }) => subject.name)).toEqual(["Noor B.", "Noor B."]);
});

it("wakes the worker, and tells open pages once it is known", async () => {
  const id = propose();
  await ask("hire", id, blockedBy);
  const { rows: jobs } = await database.pool.query("select key from graphile_worker.jobs where key = $1", [
    `sync ${made.connectionId}`,
  ]);
  expect(jobs).toHaveLength(1);
  const told = () =>
    database.pool.query(
      "select count(*)::int as count from countersign.changes where workspace_id = $1 and kind = 'blocked'",
      [made.workspaceId],
    );
  const before = (await told()).rows[0].count;
  await sync();
  expect((await told()).rows[0].count).toBeGreaterThan(before);
});
