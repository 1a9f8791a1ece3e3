import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { mapApproval } from "@/lib/opentrain/map";
import { approvalSchema } from "@/lib/opentrain/schemas";
import type { Ask } from "@/lib/recorder/keeper";
import type { Entry } from "@/lib/recorder/memory/entry";
import { makeKeeper } from "@/lib/recorder/memory/make-keeper";
import { noteEntry, storeEntry } from "@/lib/recorder/memory/store-entry";
import { askOf } from "@/lib/recorder/testing/ask-of";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { listApprovals } from "@/lib/services/approvals/list";
import { listUnanswered } from "@/lib/services/asks/list";
import { noteAbandoned } from "@/lib/services/asks/note-abandoned";
import { noteSeen } from "@/lib/services/asks/note-seen";
import { settleNoted } from "@/lib/services/asks/settle-noted";
import { dismissBlocked } from "@/lib/services/blocked/dismiss";
import { listBlocked } from "@/lib/services/blocked/list";
import { listClaims } from "@/lib/services/claims/list";
import { getHealth } from "@/lib/services/health/get";
import { getSummary } from "@/lib/services/summary/get";
import { countNoted, listNoted } from "@/lib/store/asks/noted";
import { keeperName } from "@/lib/store/asks/rows";
import { updateConnection } from "@/lib/store/connections/rows";
import { bePresent } from "@/lib/store/presence";
import { gapsWithin } from "@/lib/store/watch-gaps";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { type WireApproval, wireApproval } from "@/lib/testing/factories/wire";
import { untoldChanges, watchEvents } from "@/lib/testing/watch-events";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const keeperId = randomUUID();
const day = 24 * 60 * 60_000;
const open = { ...NO_FILTER, limit: 50, cursor: null };

beforeAll(() => watchEvents(database.ownerPool));

const keeper = keeperAt();

/** Notes and settles right after, as a web does; `isSlow` dies or is kept from it before it can. */
function keeperAt(clock: () => Date = () => new Date(), id = keeperId, { isSlow = false } = {}) {
  const by = { kept: "stored", keeper: id } as const;
  return makeKeeper({
    clock,
    keep: async (entry) => {
      const isKept = await noteEntry(database.db, entry, by, clock);
      if (!isSlow) expect(await settleNow(id, clock)).toEqual([]);
      return isKept ? "stored" : "not-stored";
    },
  });
}

async function settleNow(id: string | null = null, clock = () => new Date()) {
  return settleNoted(database.db, await listNoted(database.db, id, 50), clock);
}

const made = () => makeWorkspace(database.db, { origin: upstream.origin });
const date = () => new Date(Math.floor(Date.now() / 1000) * 1000);

function hireOf(ask: Ask, overrides: Partial<WireApproval> = {}): WireApproval {
  return wireApproval(upstream.origin, {
    proposalId: ask.subjectId,
    createdAt: ask.at.toISOString(),
    ...overrides,
  });
}

async function accepted(ask: Ask, approval = hireOf(ask)) {
  const begun = await keeper.begin(ask);
  const answer = { status: 202, body: { approval, message: "ask a human" }, date: date() };
  return { begun, approval, ...(await keeper.answered(begun, ask, answer)) };
}

async function refused(ask: Ask, status: number, details: Record<string, unknown> | null) {
  const body = { error: "no", code: "CONFLICT", requestId: "r", ...(details ? { details } : {}) };
  return keeper.answered(await keeper.begin(ask), ask, { status, body, date: date() });
}

async function unknown(ask: Ask) {
  const begun = await keeper.begin(ask);
  await keeper.failed(begun, ask, "unknown");
  return begun;
}

const approvalOf = async (one: MadeWorkspace, id: string) =>
  getApproval({ ctx: one.as("owner"), input: { id } });
const blockedOf = async (one: MadeWorkspace, now?: Date) =>
  (await listBlocked({ ctx: one.as("owner", now) })).blocked;
const unansweredOf = async (one: MadeWorkspace, now?: Date) =>
  (await listUnanswered({ ctx: one.as("owner", now) })).unanswered;

describe("an accepted request", () => {
  it("is listed and counted with its recorded terms as soon as the agent has its answer", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    const { kept, approvalId, approval } = await accepted(ask);
    expect({ kept, approvalId }).toEqual({ kept: "stored", approvalId: approval.id });
    const ctx = one.as("owner");
    const { approvals, totals } = await listApprovals({ ctx, input: open });
    expect(approvals).toMatchObject([
      {
        id: approval.id,
        proof: "recorded",
        way: "recorder",
        status: "pending",
        approvalUrl: approval.approvalUrl,
        recordedTerms: { name: "Pilot", amountCents: 45_000, dueDate: "2026-12-05" },
        agent: { name: "Hiring agent", reason: "The best of three." },
      },
    ]);
    expect(totals?.open.charge).toEqual({ minCents: 50_495, maxCents: 50_495, unknownCount: 0 });
    expect(await getSummary({ ctx })).toMatchObject({ handedOver: true, unanswered: 0, blocked: 0 });
    const { history } = await approvalOf(one, approval.id);
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["asked", "recorded", "listed"]));
  });

  it.each([
    ["another type", () => ({ type: "milestone_fund", milestoneId: "ms_1", proposalId: null })],
    ["another proposal", () => ({ proposalId: "prop_of_another" })],
  ])(
    "answered by a request of %s takes neither terms nor agent of it, and nobody knows",
    async (_, other) => {
      const one = await made();
      const ask = askOf(one, upstream.origin);
      const { approval } = await accepted(ask, hireOf(ask, other()));
      expect((await approvalOf(one, approval.id)).approval).toMatchObject({
        type: approval.type,
        recordedTerms: null,
        toldTerms: null,
        agent: null,
      });
      expect(await unansweredOf(one)).toMatchObject([{ state: "unknown", subjectId: ask.subjectId }]);
    },
  );

  it.each([
    ["days early", -13 * day],
    ["in the future", 30 * day],
  ])("is first listed when it was made, though one Date is %s", async (_, wrong) => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    const approval = hireOf(ask);
    const begun = await keeper.begin(ask);
    const wrongDate = new Date(date().getTime() + wrong);
    await keeper.answered(begun, ask, { status: 202, body: { approval }, date: wrongDate });
    const { seenAt, createdAt } = (await approvalOf(one, approval.id)).approval;
    expect(seenAt?.getTime()).toBeGreaterThanOrEqual(createdAt?.getTime() ?? Number.NaN);
    expect(seenAt?.getTime()).toBeLessThan(Date.now() + 5_000);
  });

  it("asks the worker to read it, and what lies around it, at once", async () => {
    const { approval } = await accepted(askOf(await made(), upstream.origin));
    const { rows } = await database.pool.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'read_approval' and key like $1",
      [`%${approval.id}`],
    );
    expect(rows.length).toBe(1);
  });

  it("told twice is there once", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    const { begun, approval } = await accepted(ask);
    const before = await approvalOf(one, approval.id);
    await keeper.answered(begun, ask, { status: 202, body: { approval }, date: date() });
    const after = await approvalOf(one, approval.id);
    expect(after.history).toEqual(before.history);
    expect((await listApprovals({ ctx: one.as("owner"), input: open })).approvals.length).toBe(1);
  });

  it("takes the place of an older one on other terms, at once", async () => {
    const one = await made();
    const first = askOf(one, upstream.origin, { at: new Date(Date.now() - 60_000) });
    const { approval: older } = await accepted(first);
    const { approval: newer } = await accepted({
      ...askOf(one, upstream.origin, { amount: 500 }),
      subjectId: first.subjectId,
    });
    expect((await approvalOf(one, older.id)).approval).toMatchObject({
      standing: "superseded",
      supersededBy: newer.id,
    });
    expect((await approvalOf(one, newer.id)).approval.supersedes).toBe(older.id);
  });

  it("keeps what was told beside what was recorded, in either order", async () => {
    const one = await made();
    const told = async (id: string, amount: number) =>
      captureApproval({
        ctx: one.agent(),
        input: {
          id,
          told: null,
          request: { milestone: { name: "Pilot", amount } },
          agent: { name: "Teller" },
          way: "capture",
        },
        readWithinMs: 0,
      });
    const late = await accepted(askOf(one, upstream.origin));
    await told(late.approval.id, 999);
    const ask = askOf(one, upstream.origin);
    const approval = hireOf(ask);
    await told(approval.id, 999);
    expect((await listClaims({ ctx: one.as("owner") })).claims.length).toBe(1);
    await accepted(ask, approval);
    expect((await listClaims({ ctx: one.as("owner") })).claims).toEqual([]);
    for (const id of [late.approval.id, approval.id]) {
      expect((await approvalOf(one, id)).approval).toMatchObject({
        recordedTerms: { amountCents: 45_000 },
        toldTerms: { amountCents: 99_900 },
        money: { amountCents: 45_000 },
        agent: { name: "Hiring agent" },
      });
    }
  });

  it("keeps no token an agent wrote into its words", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin, {
      agent: { name: "ot_pat_abc_secret", reason: "with ot_pat_abc_secret" },
    });
    const { approval } = await accepted(ask);
    expect((await approvalOf(one, approval.id)).approval.agent).toMatchObject({ name: "[secret removed]" });
  });

  it("with a link of another origin is listed, and its link set aside", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    const { approval } = await accepted(
      ask,
      hireOf(ask, { approvalUrl: "https://evil.example/approvals/x" }),
    );
    expect((await approvalOf(one, approval.id)).approval).toMatchObject({
      approvalUrl: null,
      link: { state: "quarantined" },
    });
  });

  it("is not stored for a connection that is not there, and the agent goes on", async () => {
    const ask = askOf({ workspaceId: randomUUID(), connectionId: randomUUID() }, upstream.origin);
    const begun = await keeper.begin(ask);
    expect(begun.kept).toBe("not-stored");
    const answer = { status: 202, body: { approval: hireOf(ask) }, date: null };
    expect((await keeper.answered(begun, ask, answer)).kept).toBe("not-stored");
  });
});

describe("a refused request", () => {
  it("is blocked once for each reason, with how often and OpenTrain's own link", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    const details = { reason: "payment_method_required", billingUrl: `${upstream.origin}/billing` };
    await refused(ask, 409, details);
    await refused({ ...ask, agent: { name: null, reason: "Still needed." } }, 409, details);
    expect(await blockedOf(one)).toMatchObject([
      {
        action: "hire",
        reason: "payment_method_required",
        subjectId: ask.subjectId,
        times: 2,
        terms: { amountCents: 45_000 },
        link: `${upstream.origin}/billing`,
        linkState: "ok",
        agentReason: "Still needed.",
      },
    ]);
    expect((await getSummary({ ctx: one.as("owner") })).blocked).toBe(1);
  });

  it("sets a link of another origin aside", async () => {
    const one = await made();
    const details = { reason: "account_claim_required", claimUrl: "https://evil.example/claim" };
    await refused(askOf(one, upstream.origin), 403, details);
    expect(await blockedOf(one)).toMatchObject([{ link: null, linkState: "quarantined" }]);
  });

  it.each([
    [400, { issues: [] }],
    [401, null],
    [404, null],
    [409, { reason: "already_accepted" }],
  ])("with %s %o is the agent's own mistake", async (status, details) => {
    const one = await made();
    await refused(askOf(one, upstream.origin), status, details);
    expect(await blockedOf(one)).toEqual([]);
    expect(await unansweredOf(one)).toEqual([]);
  });

  it("is dismissed by the owner alone, and back when it is refused again", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    await refused(ask, 409, { reason: "payment_method_required" });
    const [{ id } = { id: "" }] = await blockedOf(one);
    for (const role of ["finance", "viewer"] as const) {
      await expect(
        dismissBlocked({ ctx: one.as(role), input: { id, isDismissed: true } }),
      ).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    const other = await made();
    for (const wrong of [id, "no uuid"]) {
      await expect(
        dismissBlocked({ ctx: other.owner, input: { id: wrong, isDismissed: true } }),
      ).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    const set = (isDismissed: boolean) => dismissBlocked({ ctx: one.owner, input: { id, isDismissed } });
    await set(true);
    await set(true);
    expect(await blockedOf(one)).toEqual([]);
    await set(false);
    expect(await blockedOf(one)).toMatchObject([{ id }]);
    await set(true);
    await refused(ask, 409, { reason: "payment_method_required" });
    expect(await blockedOf(one)).toMatchObject([{ times: 1 }]);
    await set(false);
    expect((await blockedOf(one)).length).toBe(1);
  });

  it("fades a week after the last try, and the count with it", async () => {
    const one = await made();
    await refused(askOf(one, upstream.origin), 409, { reason: "payment_method_required" });
    expect((await blockedOf(one, new Date(Date.now() + 6.9 * day))).length).toBe(1);
    const later = new Date(Date.now() + 7.1 * day);
    expect(await blockedOf(one, later)).toEqual([]);
    expect((await getSummary({ ctx: one.as("owner", later) })).blocked).toBe(0);
  });

  it("is gone when the same thing goes through, by the recorder or by what we read", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin, { at: new Date(Date.now() - 10_000) });
    const other = askOf(one, upstream.origin);
    await refused(ask, 409, { reason: "payment_method_required" });
    await refused(other, 409, { reason: "payment_method_required" });
    await accepted({ ...ask, at: new Date() });
    expect((await blockedOf(one)).map(({ subjectId }) => subjectId)).toEqual([other.subjectId]);
    const approval = hireOf(other, { createdAt: new Date(Date.now() + 1000).toISOString() });
    keeper.seen(other.place, approval.id, { status: 200, body: { approval }, date: null, at: new Date() });
    await keeper.stop();
    expect(await blockedOf(one)).toEqual([]);
  });
});

it("an end that happened at once settles like any other, and has the contracts read again", async () => {
  const one = await made();
  const ask = askOf(one, upstream.origin, { action: "end", at: new Date(Date.now() - 10_000) });
  await refused(ask, 403, { featureKey: "public_api_payments_write" });
  await unknown({ ...ask, at: new Date() });
  expect(await blockedOf(one)).toMatchObject([{ action: "end", reason: "feature_off" }]);
  const again = { ...ask, at: new Date() };
  const answer = {
    status: 200,
    body: { ok: true, contractId: ask.subjectId, status: "ended" },
    date: date(),
  };
  expect(await keeper.answered(await keeper.begin(again), again, answer)).toEqual({
    kept: "stored",
    became: "done",
    approvalId: null,
  });
  expect([await blockedOf(one), await unansweredOf(one)]).toMatchObject([[], [{ state: "answered" }]]);
  const { rows } = await database.pool.query(
    "select 1 from graphile_worker.jobs where task_identifier = 'sync_connection' and key like $1",
    [`%${one.connectionId}`],
  );
  expect(rows.length).toBe(1);
});

describe("a request nobody saw answered", () => {
  it("is shown apart, in no sum, and fades after a week", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    await unknown(ask);
    expect(await unansweredOf(one)).toMatchObject([
      { state: "unknown", action: "hire", subjectId: ask.subjectId, terms: { amountCents: 45_000 } },
    ]);
    expect(await getSummary({ ctx: one.as("owner") })).toMatchObject({
      unanswered: 1,
      waiting: { count: 0 },
    });
    const later = new Date(Date.now() + 7.1 * day);
    expect(await unansweredOf(one, later)).toMatchObject([{ state: "faded" }]);
    expect((await getSummary({ ctx: one.as("owner", later) })).unanswered).toBe(0);
  });

  it("that never left was never asked", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    await keeper.failed(await keeper.begin(ask), ask, "never_sent");
    expect(await unansweredOf(one)).toEqual([]);
  });

  it.each([500, 502, 504, 301])("comes of an answer of %s", async (status) => {
    const one = await made();
    await refused(askOf(one, upstream.origin), status, null);
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown" }]);
  });

  it("comes of an accepted one whose answer could not be read", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    await keeper.answered(await keeper.begin(ask), ask, { status: 202, body: null, date: null });
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown" }]);
  });

  it("is settled by the agent's retry on the same terms, and by no other", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin, { at: new Date(Date.now() - 10 * 60_000) });
    await unknown(ask);
    const { subjectId } = ask;
    await accepted({ ...askOf(one, upstream.origin, { amount: 500 }), subjectId });
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown" }]);
    await accepted({ ...ask, at: new Date() });
    expect(await unansweredOf(one)).toMatchObject([{ state: "answered" }]);
    expect((await getSummary({ ctx: one.as("owner") })).unanswered).toBe(0);
  });

  it("is settled by any read of a request for the same that was made about then, with its terms as told", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    await unknown(ask);
    const approval = hireOf(ask, { createdAt: new Date(ask.at.getTime() + 2000).toISOString() });
    keeper.seen(ask.place, approval.id, { status: 200, body: { approval }, date: null, at: new Date() });
    await keeper.stop();
    expect(await unansweredOf(one)).toMatchObject([{ state: "answered" }]);
    expect((await approvalOf(one, approval.id)).approval).toMatchObject({
      recordedTerms: null,
      toldTerms: { amountCents: 45_000 },
      agent: { name: "Hiring agent" },
    });
  });

  it("whose answer comes after all is accepted like any other", async () => {
    const one = await made();
    const ask = askOf(one, upstream.origin);
    const begun = await unknown(ask);
    const approval = hireOf(ask);
    await keeper.answered(begun, ask, { status: 202, body: { approval }, date: null });
    expect(await unansweredOf(one)).toMatchObject([{ state: "answered" }]);
    expect((await approvalOf(one, approval.id)).approval.proof).toBe("recorded");
  });

  it("is what a dead web leaves in hand, and nothing of a living one's", async () => {
    const one = await made();
    const [dead, alive] = [randomUUID(), randomUUID()];
    const presence = await bePresent(database.url, keeperName(alive));
    const ask = askOf(one, upstream.origin);
    await keeperAt(undefined, dead).begin(ask);
    await keeperAt(undefined, alive).begin(askOf(one, upstream.origin));
    await noteAbandoned(database.db);
    expect(await unansweredOf(one)).toEqual([]);
    await noteAbandoned(database.db, () => new Date(Date.now() + 60_000));
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown", subjectId: ask.subjectId }]);
    await noteAbandoned(database.db, () => new Date(Date.now() + 60 * 60_000));
    expect((await unansweredOf(one)).length).toBe(2);
    await presence.leave();
  });
});

describe("an answer that is noted", () => {
  const dead = () => keeperAt(undefined, randomUUID(), { isSlow: true });
  const listedOf = async (one: MadeWorkspace) =>
    (await listApprovals({ ctx: one.as("owner"), input: open })).approvals;

  async function noted(one: MadeWorkspace, given: Partial<Ask> = {}, keeperOf = dead()) {
    const ask = { ...askOf(one, upstream.origin), ...given };
    const approval = hireOf(ask);
    const begun = await keeperOf.begin(ask);
    const { kept } = await keeperOf.answered(begun, ask, { status: 202, body: { approval }, date: date() });
    expect(kept).toBe("stored");
    return { ask, approval, begun };
  }

  it("is on no list before it is settled, and not first listed before that", async () => {
    const one = await made();
    const { approval } = await noted(one);
    expect([await listedOf(one), await unansweredOf(one)]).toEqual([[], []]);
    const before = new Date();
    expect(await settleNow()).toEqual([]);
    const [listed] = await listedOf(one);
    expect(listed).toMatchObject({ id: approval.id, recordedTerms: { amountCents: 45_000 } });
    expect(listed?.seenAt?.getTime()).toBeGreaterThanOrEqual(before.getTime());
    const { rows } = await database.pool.query(
      "select answer, answered_at from asks where workspace_id = $1",
      [one.workspaceId],
    );
    expect(rows).toEqual([{ answer: null, answered_at: null }]);
  });

  it("is settled by whoever looks after what a dead web left; what has none is unknown", async () => {
    const one = await made();
    const left = dead();
    const { approval } = await noted(one, {}, left);
    const asked = askOf(one, upstream.origin);
    await left.begin(asked);
    await noteAbandoned(database.db, () => new Date(Date.now() + 2_000));
    expect(await listedOf(one)).toMatchObject([{ id: approval.id }]);
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown", subjectId: asked.subjectId }]);
  });

  it("is left to a living web for a minute", async () => {
    const one = await made();
    const alive = randomUUID();
    const presence = await bePresent(database.url, keeperName(alive));
    await noted(one, {}, keeperAt(undefined, alive, { isSlow: true }));
    await noteAbandoned(database.db, () => new Date(Date.now() + 50_000));
    expect(await listedOf(one)).toEqual([]);
    await noteAbandoned(database.db, () => new Date(Date.now() + 61_000));
    expect((await listedOf(one)).length).toBe(1);
    await presence.leave();
  });

  it("is settled once, whoever tries at the same time", async () => {
    const one = await made();
    const { approval } = await noted(one);
    const rows = await listNoted(database.db, null, 50);
    const now = () => new Date();
    const tries = [1, 2, 3].map(() => settleNoted(database.db, rows, now));
    expect(await Promise.all([...tries, noteAbandoned(database.db)])).toEqual([[], [], [], undefined]);
    const { history } = await approvalOf(one, approval.id);
    const kinds = history.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual([...new Set(kinds)].toSorted());
  });

  it("told again before it is settled is one answer", async () => {
    const one = await made();
    const { ask, begun } = await noted(one);
    const other = { approval: hireOf(ask) };
    await dead().answered(begun, ask, { status: 202, body: other, date: date() });
    await settleNow();
    expect((await listedOf(one)).length).toBe(1);
  });

  it("of the same thing asked twice is settled in the order of the answers", async () => {
    const one = await made();
    const left = dead();
    const first = askOf(one, upstream.origin);
    const approval = hireOf(first);
    for (const name of ["First", "Second"]) {
      const ask = { ...first, agent: { name, reason: null } };
      await left.answered(await left.begin(ask), ask, { status: 202, body: { approval }, date: date() });
    }
    await settleNow();
    expect(await listedOf(one)).toMatchObject([{ agent: { name: "First" } }]);
  });

  it("and seen meanwhile has its terms all the same", async () => {
    const one = await made();
    const { ask, approval } = await noted(one);
    const resolvedAt = new Date().toISOString();
    const body = { approval: { ...approval, status: "declined", resolvedAt } };
    keeper.seen(ask.place, approval.id, { status: 200, body, date: date(), at: new Date() });
    await keeper.stop();
    await settleNow();
    expect((await approvalOf(one, approval.id)).approval).toMatchObject({
      standing: "declined",
      recordedTerms: { amountCents: 45_000 },
      agent: { name: "Hiring agent" },
    });
  });

  it("says when it was answered, however late it is settled, and undoes nothing that was read since", async () => {
    const one = await made();
    const [{ ask, approval }, other] = [await noted(one), await noted(one)];
    const seenAt = new Date(Date.now() + 60_000);
    const seen = { ...approval, expiresAt: new Date(Date.now() + 3 * day).toISOString() };
    await noteSeen(
      database.db,
      {
        ...ask.place,
        approval: mapApproval(approvalSchema.parse(seen)),
        at: seenAt,
        date: null,
        isWitnessed: false,
      },
      seenAt,
    );
    const later = new Date(Date.now() + 2 * 60 * 60_000);
    expect(await settleNow(null, () => later)).toEqual([]);
    const { approval: late } = await approvalOf(one, other.approval.id);
    expect(late.seenAt).toEqual(later);
    expect(late.lastReadAt?.getTime()).toBeLessThan(Date.now() + 2_000);
    expect((await approvalOf(one, approval.id)).approval).toMatchObject({
      lastReadAt: seenAt,
      expiresAt: new Date(seen.expiresAt),
      recordedTerms: { amountCents: 45_000 },
    });
  });

  it("that was settled is not laid down again, save where only its own answer says more", async () => {
    const one = await made();
    const entries: Entry[] = [];
    const by = { kept: "stored", keeper: randomUUID() } as const;
    const now = () => new Date();
    const twice = makeKeeper({
      async keep(entry) {
        entries.push(entry);
        return (await storeEntry(database.db, entry, by, now)) ? "stored" : "not-stored";
      },
    });
    await noted(one, {}, twice);
    const state = (to: string) =>
      database.ownerPool.query("update countersign.asks set state = $1 where workspace_id = $2", [
        to,
        one.workspaceId,
      ]);
    const [answered] = entries.filter(({ kind }) => kind === "became");
    if (!answered) throw new Error("nothing was answered");
    const laid = async () => {
      await noteEntry(database.db, answered, by, now);
      return (await listNoted(database.db, by.keeper, 9)).length;
    };
    expect(await laid()).toBe(0);
    await state("answered");
    expect(await laid()).toBe(1);
    expect(await settleNow()).toEqual([]);
  });

  it.each(["hire", "end"] as const)(
    "of an older %s, settled after a newer one went through, is answered by that",
    async (action) => {
      const one = await made();
      const older = askOf(one, upstream.origin, { action, at: new Date(Date.now() - 5_000) });
      const left = dead();
      const answer = { status: 409, body: { details: { reason: "payment_method_required" } }, date: date() };
      await left.answered(await left.begin(older), older, answer);
      await left.failed(await left.begin(older), older, "unknown");
      const newer = { ...older, at: new Date() };
      const id = randomUUID();
      const done = action === "end" ? { ok: true } : { approval: hireOf(newer) };
      const quick = keeperAt(undefined, id);
      await quick.answered(await quick.begin(newer), newer, { status: 200, body: done, date: date() });
      await settleNow();
      expect(await blockedOf(one)).toEqual([]);
      const approvalId = done.approval?.id ?? null;
      expect(await unansweredOf(one)).toMatchObject([{ state: "answered", approvalId }]);
      expect((await getSummary({ ctx: one.as("owner") })).unanswered).toBe(0);
    },
  );

  it("is settled though nobody is connected any more", async () => {
    const one = await made();
    const { approval } = await noted(one);
    await updateConnection(database.db, one.connectionId, { state: "disconnected" });
    expect(await settleNow()).toEqual([]);
    expect((await approvalOf(one, approval.id)).approval.proof).toBe("recorded");
  });

  it("comes late and is settled by another with the clock it was heard with", async () => {
    const one = await made();
    const left = dead();
    const ahead = 30 * 60 * 60_000;
    for (const count of [1, 2]) {
      const ask = askOf(one, upstream.origin);
      const begun = await left.begin(ask);
      const later = new Date(date().getTime() + ahead);
      const reason = count === 1 ? "account_claim_required" : "payment_method_required";
      await left.answered(begun, ask, { status: 409, body: { details: { reason } }, date: later });
    }
    await settleNow();
    const isAhead = (await blockedOf(one)).map(({ lastAt }) => lastAt.getTime() > Date.now() + ahead / 2);
    // The later first: the one that had another answer as its witness.
    expect(isAhead).toEqual([true, false]);
  });

  it("holds neither the token nor what the agent sent", async () => {
    const one = await made();
    const agent = { name: "with ot_pat_abc_secret", reason: "ot_pat_abc_secret" };
    await noted(one, { agent });
    const { rows } = await database.pool.query("select * from asks where workspace_id = $1", [
      one.workspaceId,
    ]);
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toMatch(/ot_pat|receipts.*receipts/);
    await settleNow();
  });

  it("that cannot be settled is given up in the end, as unknown and with a gap, and holds up nobody", async () => {
    const one = await made();
    const other = await made();
    const { ask } = await noted(one, { subjectId: "poison" });
    await database.ownerPool.query(
      "alter table countersign.approvals add constraint no_poison check (proposal_id <> 'poison') not valid",
    );
    const { approval } = await noted(other);
    for (const failures of [1, 1, 1, 1, 0]) expect(await settleNow()).toHaveLength(failures);
    await database.ownerPool.query("alter table countersign.approvals drop constraint no_poison");
    expect(await listedOf(other)).toMatchObject([{ id: approval.id }]);
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown", subjectId: ask.subjectId }]);
    const window = { workspaceId: one.workspaceId, from: new Date(0), to: new Date(Date.now() + 60_000) };
    const gaps = await gapsWithin(database.db, { ...window, most: 9 });
    expect(gaps).toMatchObject([{ why: "recorder_not_stored", untilAt: expect.any(Date) }]);
    expect(gaps[0]?.fromAt.getTime()).toBeLessThanOrEqual(ask.at.getTime());
  });

  it("that can be neither settled nor marked as unanswered is out of the way all the same", async () => {
    const one = await made();
    await noted(one, { subjectId: "poison" });
    await database.ownerPool.query(`
      alter table countersign.approvals add constraint no_poison check (proposal_id <> 'poison') not valid;
      alter table countersign.asks add constraint no_unknown
        check (state <> 'unknown' or subject_id <> 'poison') not valid`);
    for (const failures of [1, 1, 1, 1, 0]) expect(await settleNow()).toHaveLength(failures);
    expect(await listNoted(database.db, null, 9)).toEqual([]);
    const other = askOf(one, upstream.origin);
    await dead().begin(other);
    await noteAbandoned(database.db, () => new Date(Date.now() + 2_000));
    expect(await unansweredOf(one)).toMatchObject([{ state: "unknown", subjectId: other.subjectId }]);
    const window = { workspaceId: one.workspaceId, from: new Date(0), to: new Date(Date.now() + 60_000) };
    expect(await gapsWithin(database.db, { ...window, most: 9 })).toMatchObject([
      { why: "recorder_not_stored" },
    ]);
    await database.ownerPool.query(`
      alter table countersign.approvals drop constraint no_poison;
      alter table countersign.asks drop constraint no_unknown`);
    await noteAbandoned(database.db, () => new Date(Date.now() + 2_000));
  });

  it("about an id longer than any, or in words longer than any, is there all the same", async () => {
    const one = await made();
    const long = randomBytes(2_900).toString("base64url");
    const left = dead();
    const refusal = { status: 409, body: { details: { reason: "payment_method_required" } }, date: date() };
    const asked = () => askOf(one, upstream.origin, { subjectId: long });
    await left.answered(await left.begin(asked()), asked(), refusal);
    await left.failed(await left.begin(asked()), asked(), "unknown");
    const plain = askOf(one, upstream.origin);
    const approval = hireOf(plain, { type: long, status: long });
    await left.answered(await left.begin(plain), plain, { status: 202, body: { approval }, date: date() });
    expect(await settleNow()).toEqual([]);
    expect(await blockedOf(one)).toMatchObject([{ subjectId: long.slice(0, 500) }]);
    expect(await unansweredOf(one)).toMatchObject([{ subjectId: long.slice(0, 500) }]);
    expect(await listedOf(one)).toMatchObject([{ id: approval.id, readProblem: { code: "garbled" } }]);
  });

  it("that lies there for longer than two minutes is told by health", async () => {
    await noted(await made());
    const unsettled = async (later: number) =>
      (await getHealth({ db: database.db, now: new Date(Date.now() + later) })).unsettled;
    expect([await unsettled(110_000), await unsettled(121_000)]).toEqual([0, 1]);
    await settleNow();
    expect(await countNoted(database.db, new Date(Date.now() + day))).toBe(0);
  });
});

describe("a read that passed", () => {
  it("lists a request nobody knew, and brings the end of a known one", async () => {
    const one = await made();
    const pending = wireApproval(upstream.origin);
    const see = async (approval: WireApproval, status = 200) => {
      const { place } = askOf(one, upstream.origin);
      keeper.seen(place, approval.id, { status, body: { approval }, date: date(), at: new Date() });
      await keeper.stop();
    };
    await see(pending, 404);
    expect((await listApprovals({ ctx: one.as("owner"), input: open })).approvals).toEqual([]);
    await see(pending);
    expect((await approvalOf(one, pending.id)).approval).toMatchObject({
      way: "recorder",
      proof: "recorded",
    });
    await see({ ...pending, status: "declined", resolvedAt: new Date().toISOString() });
    expect((await approvalOf(one, pending.id)).approval).toMatchObject({ standing: "declined" });
  });
});

it("tells every change as an event of the same transaction", async () => {
  const ours = (what: string) => /of (approvals|asks|blocked|claims)$/.test(what);
  expect((await untoldChanges(database.ownerPool)).filter(ours)).toEqual([]);
});
