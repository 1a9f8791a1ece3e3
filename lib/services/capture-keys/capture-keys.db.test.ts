import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { type Call, callNotes } from "@/lib/services/callers/call-notes";
import { authenticateCaptureKey } from "@/lib/services/capture-keys/authenticate";
import { createCaptureKey } from "@/lib/services/capture-keys/create";
import { listCapture } from "@/lib/services/capture-keys/list";
import { renameCaptureKey } from "@/lib/services/capture-keys/rename";
import { revokeCaptureKey } from "@/lib/services/capture-keys/revoke";
import type { Ctx } from "@/lib/services/context";
import { events, eventTexts, workspaces } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { insertCaptureKeyRow } from "@/lib/testing/factories/insert-capture-key";
import { makeFirstKey } from "@/lib/testing/factories/make-first-key";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";

const database = useTestDatabase();
const origin = "http://127.0.0.1:9";
const workspace = () => makeWorkspace(database.db, { origin });
const authenticate = (secret: string, now = new Date()) =>
  authenticateCaptureKey({ db: database.db, now, secret });
const make = (ctx: Ctx, label = "label-agent") => createCaptureKey({ ctx, input: { label } });
const keysOf = async (ctx: Ctx) => (await listCapture({ ctx })).keys;

const call = (workspaceId: string, changes: Partial<Call> = {}): Call => ({
  workspaceId,
  way: "capture",
  keyId: "",
  agentName: "label-agent",
  at: new Date(),
  outcome: "listed",
  why: null,
  approvalId: "apr_1",
  ...changes,
});

async function eventsAbout(id: string) {
  const rows = await database.db
    .select({ kind: events.kind, actor: events.actorKind, data: events.data, text: eventTexts.text })
    .from(events)
    .leftJoin(eventTexts, eq(eventTexts.eventId, events.id))
    .where(eq(events.subjectId, id))
    .orderBy(events.id);
  return rows;
}

it("makes a key for one agent, tells its secret once and keeps a hash", async () => {
  const made = await workspace();
  const key = await make(made.owner);
  expect(key.secret).toMatch(/^cs_capture_[\w-]{43}$/);
  expect(await tablesHolding(database.pool, key.secret)).toEqual([]);
  expect(await authenticate(key.secret)).toEqual({
    workspaceId: made.workspaceId,
    actor: { kind: "capture_key", keyId: key.id, label: "label-agent" },
  });
  const listed = await keysOf(made.owner);
  expect(listed).toMatchObject([{ id: key.id, label: "label-agent", state: "in_use", canBeRevoked: true }]);
  expect(JSON.stringify(listed)).not.toContain(key.secret.slice(11));
  expect(await eventsAbout(key.id)).toEqual([
    {
      kind: "capture_key_made",
      actor: "person",
      data: { source: "settings" },
      text: { label: "label-agent" },
    },
  ]);
});

it("turns a revoked key away with the reason, once and for all", async () => {
  const made = await workspace();
  const { id, secret } = await make(made.owner);
  await revokeCaptureKey({ ctx: made.owner, input: { id } });
  await revokeCaptureKey({ ctx: made.owner, input: { id } });
  await expect(authenticate(secret)).rejects.toMatchObject({ code: "GONE", reason: "capture_key_revoked" });
  await expect(renameCaptureKey({ ctx: made.owner, input: { id, label: "again" } })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await eventsAbout(id)).map(({ kind }) => kind)).toEqual([
    "capture_key_made",
    "capture_key_revoked",
  ]);
  await callNotes(database.db).settled();
  const [key] = await keysOf(made.owner);
  expect(key).toMatchObject({ state: "revoked", last: { outcome: "refused", why: "capture_key_revoked" } });
});

it("renames a key and keeps both names in the history's text", async () => {
  const made = await workspace();
  const { id } = await make(made.owner);
  await renameCaptureKey({ ctx: made.owner, input: { id, label: "hiring-agent" } });
  await renameCaptureKey({ ctx: made.owner, input: { id, label: "hiring-agent" } });
  expect((await keysOf(made.owner)).map(({ label }) => label)).toEqual(["hiring-agent"]);
  expect((await eventsAbout(id)).at(-1)).toMatchObject({
    kind: "capture_key_renamed",
    data: {},
    text: { label: "hiring-agent", was: "label-agent" },
  });
  expect(await eventsAbout(id)).toHaveLength(2);
});

it("leaves keys to the owner, and to the owner of their workspace", async () => {
  const [made, other] = [await workspace(), await workspace()];
  const { id } = await make(made.owner);
  for (const role of ["finance", "viewer"] as const) {
    const ctx = made.as(role);
    const denied = { code: "FORBIDDEN", reason: "not_permitted" };
    await expect(make(ctx)).rejects.toMatchObject(denied);
    await expect(revokeCaptureKey({ ctx, input: { id } })).rejects.toMatchObject(denied);
    await expect(renameCaptureKey({ ctx, input: { id, label: "x" } })).rejects.toMatchObject(denied);
    expect(await listCapture({ ctx })).toMatchObject({ canManage: false, keys: [], strays: [] });
  }
  const notThere = { code: "NOT_FOUND" };
  const ctx = other.owner;
  await expect(revokeCaptureKey({ ctx, input: { id } })).rejects.toMatchObject(notThere);
  await expect(renameCaptureKey({ ctx, input: { id, label: "x" } })).rejects.toMatchObject(notThere);
  await expect(revokeCaptureKey({ ctx, input: { id: "no uuid" } })).rejects.toMatchObject(notThere);
  expect(await keysOf(ctx)).toEqual([]);
});

it("answers keys of a closed workspace with the reason, and makes none there", async () => {
  const made = await workspace();
  const { secret } = await make(made.owner);
  await database.db
    .update(workspaces)
    .set({ closedAt: new Date() })
    .where(eq(workspaces.id, made.workspaceId));
  await expect(authenticate(secret)).rejects.toMatchObject({ code: "GONE", reason: "workspace_closed" });
});

it("counts the first key in where it speaks, and takes away none that a start would bring back", async () => {
  const [made, other] = [await workspace(), await workspace()];
  await makeFirstKey(database.db, made.workspaceId, "the-first-key-of-this-server-0123456789");
  const sandbox = await insertCaptureKeyRow(database.db, made.workspaceId, { source: "sandbox" });
  const keys = await keysOf(made.owner);
  expect(keys.map(({ source, canBeRevoked }) => [source, canBeRevoked])).toEqual([
    ["environment", false],
    ["sandbox", false],
  ]);
  expect(await keysOf(other.owner)).toEqual([]);
  const [first] = keys;
  for (const [id, reason] of [
    [first?.id ?? "", "key_of_environment"],
    [sandbox.id, "key_of_sandbox"],
  ] as const) {
    const revoke = revokeCaptureKey({ ctx: made.owner, input: { id } });
    await expect(revoke).rejects.toMatchObject({ code: "CONFLICT", reason });
  }
});

it("says who called last and with what end; the later call stays the last one", async () => {
  const [made, other] = [await workspace(), await workspace()];
  const { id } = await make(made.owner);
  const notes = callNotes(database.db);
  const at = (ms: number) => new Date(Date.UTC(2026, 10, 21, 12) + ms);
  notes.note(call(made.workspaceId, { keyId: id, at: at(2_000), outcome: "claimed", approvalId: "apr_2" }));
  await notes.settled();
  notes.note(call(made.workspaceId, { keyId: id, at: at(1_000), outcome: "refused", why: "not_json" }));
  notes.note(call(made.workspaceId, { way: "recorder", agentName: "ot_pat_oops_1", outcome: "passed" }));
  await notes.settled();
  const { keys, callers } = await listCapture({ ctx: made.owner });
  expect(keys[0]).toMatchObject({
    lastUsedAt: at(2_000),
    last: { lastAt: at(2_000), outcome: "claimed", why: null, approvalId: "apr_2" },
  });
  expect(callers).toMatchObject([
    { way: "recorder", agentName: "[secret removed]", keyLabel: null, outcome: "passed" },
    { way: "capture", agentName: "label-agent", keyLabel: "label-agent", calls: 2 },
  ]);
  expect((await listCapture({ ctx: made.as("viewer") })).callers).toHaveLength(2);
  expect((await listCapture({ ctx: other.owner })).callers).toEqual([]);
});

it("counts what came of a caller's calls in the last day, and of no other's", async () => {
  const [made, other] = [await workspace(), await workspace()];
  const notes = callNotes(database.db);
  const now = Date.now();
  const note = (outcome: Call["outcome"], hoursAgo = 0, of = made) =>
    notes.note(call(of.workspaceId, { way: "recorder", outcome, at: new Date(now - hoursAgo * 3_600_000) }));
  const lastDayOf = async (ctx: Ctx) => (await listCapture({ ctx })).callers.map(({ lastDay }) => lastDay);
  for (const hours of [50, 30, 25]) {
    note("asked", hours);
    await notes.settled();
  }
  expect(await lastDayOf(made.owner)).toEqual([[]]);
  for (let count = 0; count < 3; count += 1) note("read");
  for (const outcome of ["asked", "not_taken"] as const) note(outcome);
  note("asked", 22);
  note("read", 0, other);
  await notes.settled();
  const counted = [
    { outcome: "read", calls: 3 },
    { outcome: "asked", calls: 2 },
    { outcome: "not_taken", calls: 1 },
  ];
  expect(await lastDayOf(made.owner)).toEqual([counted]);
  const hours = await database.pool.query<{ count: number }>(
    "select count(*)::int as count from caller_hours where workspace_id = $1 and outcome = 'asked'",
    [made.workspaceId],
  );
  expect(hours.rows).toEqual([{ count: 4 }]);
});

it("tells nobody but the owner who was turned away", async () => {
  const made = await workspace();
  const notes = callNotes(database.db);
  const at = (ms: number) => new Date(Date.now() + ms);
  notes.note(call(made.workspaceId, { agentName: "turned-away", outcome: "refused", why: "not_json" }));
  notes.note(call(made.workspaceId, { agentName: "came-later", outcome: "refused", why: "not_json" }));
  await notes.settled();
  notes.note(call(made.workspaceId, { agentName: "came-later", at: at(1), outcome: "listed" }));
  await notes.settled();
  const seen = async (ctx: Ctx) =>
    (await listCapture({ ctx })).callers.map(({ agentName, lastDay }) => [
      agentName,
      ...lastDay.map(({ outcome }) => outcome).sort(),
    ]);
  expect(await seen(made.owner)).toEqual([
    ["came-later", "listed", "refused"],
    ["turned-away", "refused"],
  ]);
  expect(await seen(made.as("finance"))).toEqual([["came-later", "listed"]]);
  expect(JSON.stringify(await listCapture({ ctx: made.as("finance") }))).not.toContain("not_json");
});

it("folds a burst into two rows' worth of writes and forgets the oldest of too many names", async () => {
  const made = await workspace();
  const notes = callNotes(database.db);
  for (let index = 0; index < 50; index += 1) notes.note(call(made.workspaceId));
  await notes.settled();
  expect((await listCapture({ ctx: made.owner })).callers).toMatchObject([{ calls: 50 }]);
  const start = Date.now();
  for (let index = 0; index < 205; index += 1) {
    notes.note(call(made.workspaceId, { agentName: `agent ${index}`, at: new Date(start + index) }));
  }
  await notes.settled();
  const { rows } = await database.pool.query<{ count: number; oldest: boolean }>(
    `select count(*)::int as count, bool_or(agent_name = 'agent 0') as oldest
     from callers where workspace_id = $1`,
    [made.workspaceId],
  );
  expect(rows).toEqual([{ count: 200, oldest: false }]);
});

it("tells the owner of calls that were nobody's, for a day", async () => {
  const made = await workspace();
  const stranger = "a-key-that-nobody-ever-made-0123456789";
  await expect(authenticate(stranger)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await callNotes(database.db).settled();
  const { strays } = await listCapture({ ctx: made.owner });
  expect(strays).toMatchObject([{ door: "capture", why: "capture_key" }]);
  expect(await tablesHolding(database.pool, stranger)).toEqual([]);
  const tomorrow = new Date(Date.now() + 25 * 60 * 60_000);
  expect((await listCapture({ ctx: made.as("owner", tomorrow) })).strays).toEqual([]);
});
