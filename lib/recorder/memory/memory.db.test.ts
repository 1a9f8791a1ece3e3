import { randomUUID } from "node:crypto";
import { appendFile, copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import type { Ask } from "@/lib/recorder/keeper";
import { makeKeeper } from "@/lib/recorder/memory/make-keeper";
import { Memory } from "@/lib/recorder/memory/memory";
import { NotStored } from "@/lib/recorder/memory/not-stored";
import { frame } from "@/lib/recorder/memory/spool/frame";
import { Spool } from "@/lib/recorder/memory/spool/spool";
import { askOf } from "@/lib/recorder/testing/ask-of";
import { listApprovals } from "@/lib/services/approvals/list";
import { listUnanswered } from "@/lib/services/asks/list";
import { listBlocked } from "@/lib/services/blocked/list";
import { getSummary } from "@/lib/services/summary/get";
import { countNoted } from "@/lib/store/asks/noted";
import { createDb, createPool } from "@/lib/store/pool";
import { seal } from "@/lib/store/sealing";
import { gapsWithin } from "@/lib/store/watch-gaps";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { wireApproval } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const origin = "https://app.opentrain.ai";
const day = 24 * 60 * 60_000;
const open = { ...NO_FILTER, limit: 50, cursor: null };
let folder = "";
const opened: Memory[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "memory-"));
});
afterEach(async () => {
  for (const memory of opened.splice(0)) await memory.close();
  await rm(folder, { recursive: true, force: true });
});

type Given = { isAway?: boolean; mostBytes?: number; deadlineMs?: number; keeper?: string };

/** A web of its own, and a switch for its database. */
async function web({ isAway = false, mostBytes, deadlineMs, keeper: id = randomUUID() }: Given = {}) {
  const state = { isAway, opened: 0 };
  const spool = new Spool({ folder, keeper: id, keys: testKeys, ...(mostBytes ? { mostBytes } : {}) });
  const memory = new Memory({
    keeper: id,
    spool,
    notStored: new NotStored(id, folder),
    ...(deadlineMs ? { deadlineMs } : {}),
    async openStore() {
      if (state.isAway) throw new Error("away");
      state.opened += 1;
      const pool = createPool(database.url, { max: 3 });
      return { db: createDb(pool), close: () => pool.end() };
    },
  });
  opened.push(memory);
  await memory.open();
  return { state, memory, spool, keeper: makeKeeper({ keep: (entry) => memory.keep(entry) }) };
}

const spoolName = async () => (await readdir(folder)).find((name) => name.endsWith(".spool")) ?? "";

type Web = Awaited<ReturnType<typeof web>>;

const accepted = (ask: Ask) => ({
  status: 202,
  date: null,
  body: {
    approval: wireApproval(origin, { proposalId: ask.subjectId, createdAt: ask.at.toISOString() }),
  },
});

async function askThrough({ keeper }: Web, one: MadeWorkspace) {
  const ask = askOf(one, origin);
  const begun = await keeper.begin(ask);
  const { kept, approvalId } = await keeper.answered(begun, ask, accepted(ask));
  return { kept: [begun.kept, kept], approvalId };
}

const made = () => makeWorkspace(database.db, { origin });
const caughtUp = async ({ memory }: Web) => {
  await vi.waitFor(() => expect(memory.waiting).toBe(0), { timeout: 10_000 });
  await memory.settled();
};
const listed = async (one: MadeWorkspace) =>
  (await listApprovals({ ctx: one.as("owner"), input: open })).approvals.map(({ id }) => id).sort();
const gapsOf = ({ workspaceId }: MadeWorkspace) =>
  gapsWithin(database.db, { workspaceId, from: new Date(0), to: new Date(Date.now() + 60_000), most: 9 });

describe("an answer", () => {
  /** Nothing can be listed, and everything noted, until it is given back. */
  async function hold(what: string) {
    const lock = await database.ownerPool.connect();
    await lock.query(`begin; lock table countersign.${what} in access exclusive mode`);
    return async () => {
      await lock.query("rollback");
      lock.release();
    };
  }

  it("is stored as soon as it is noted, and listed as soon as it can be", async () => {
    const one = await made();
    const here = await web();
    const release = await hold("approvals");
    const { kept, approvalId } = await askThrough(here, one);
    expect(kept).toEqual(["stored", "stored"]);
    await release();
    await here.memory.settled();
    expect(await listed(one)).toEqual([approvalId]);
  });

  it("that could not be settled is tried again, and those of others are not held up", async () => {
    const [one, other] = [await made(), await made()];
    const here = await web();
    await database.ownerPool.query(
      "alter table countersign.approvals add constraint not_now check (recorded_terms ->> 'name' <> 'Not now') not valid",
    );
    const milestone = { name: "Not now", amount: 5 };
    const ask = { ...askOf(one, origin), body: Buffer.from(JSON.stringify({ milestone })) };
    const { kept } = await here.keeper.answered(await here.keeper.begin(ask), ask, accepted(ask));
    expect(kept).toBe("stored");
    const { approvalId } = await askThrough(here, other);
    await vi.waitFor(async () => expect(await listed(other)).toEqual([approvalId]));
    await database.ownerPool.query("alter table countersign.approvals drop constraint not_now");
    await here.memory.settled();
    expect((await listed(one)).length).toBe(1);
    expect(await gapsOf(one)).toEqual([]);
  });

  it("waits for its turn beside others of its workspace alone, and its agent once too many lie there", async () => {
    const [busy, quiet] = [await made(), await made()];
    const here = await web();
    let stillAsking = true;
    const loop = async () => {
      while (stillAsking) await askThrough(here, busy);
    };
    const lock = await database.ownerPool.connect();
    await lock.query("begin");
    await lock.query("select pg_advisory_xact_lock(hashtext('hold'))");
    await database.ownerPool.query(`
      create function countersign.hold() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock_shared(hashtext('hold')); return new; end $$;
      create trigger hold before insert on countersign.approvals for each row execute function countersign.hold()`);
    const loops = Array.from({ length: 4 }, loop);
    onTestFinished(() => {
      stillAsking = false;
    });
    const unsettled = () => countNoted(database.db, new Date(Date.now() + day));
    await vi.waitFor(async () => expect(await unsettled()).toBeGreaterThan(50), { timeout: 10_000 });
    expect(await unsettled()).toBeLessThanOrEqual(54);
    const asking = askThrough(here, quiet);
    await lock.query("rollback");
    lock.release();
    const { approvalId } = await asking;
    await vi.waitFor(async () => expect(await listed(quiet)).toEqual([approvalId]), { timeout: 10_000 });
    expect(await unsettled()).toBeGreaterThan(20);
    stillAsking = false;
    await Promise.all(loops);
    await here.memory.settled();
    expect(await unsettled()).toBe(0);
    await database.ownerPool.query("drop function countersign.hold() cascade");
  });

  it("noted after nobody waited for it any more is listed all the same", async () => {
    const one = await made();
    const here = await web({ deadlineMs: 150, mostBytes: 10 });
    const ask = askOf(one, origin);
    const begun = await here.keeper.begin(ask);
    const lock = await database.ownerPool.connect();
    await lock.query("begin; select from countersign.asks for update");
    const { kept, approvalId } = await here.keeper.answered(begun, ask, accepted(ask));
    expect(kept).toBe("not-stored");
    await lock.query("rollback");
    lock.release();
    await vi.waitFor(async () => expect(await listed(one)).toEqual([approvalId]));
  });

  it("is settled before the web stops, where it can be", async () => {
    const one = await made();
    const here = await web();
    const asked = await Promise.all(Array.from({ length: 8 }, () => askThrough(here, one)));
    await here.memory.close();
    expect(await listed(one)).toEqual(asked.map(({ approvalId }) => approvalId).sort());
  });
});

describe("while the database is away", () => {
  it("spools, and stores everything once and as it was asked when it is back", async () => {
    const one = await made();
    const here = await web({ isAway: true });
    const asked = await Promise.all(Array.from({ length: 20 }, () => askThrough(here, one)));
    expect(new Set(asked.flatMap(({ kept }) => kept))).toEqual(new Set(["spooled"]));
    expect(here.memory.waiting).toBe(40);
    expect(await listed(one)).toEqual([]);
    const before = new Date();
    here.state.isAway = false;
    await caughtUp(here);
    expect(await listed(one)).toEqual(asked.map(({ approvalId }) => approvalId).sort());
    const { approvals } = await listApprovals({ ctx: one.as("owner"), input: open });
    for (const { createdAt, seenAt, recordedTerms } of approvals) {
      expect(createdAt?.getTime()).toBeLessThan(before.getTime());
      // Listed here when it was drained, and not before.
      expect(seenAt?.getTime()).toBeGreaterThanOrEqual(before.getTime());
      expect(recordedTerms).toMatchObject({ amountCents: 45_000 });
    }
    expect((await askThrough(here, one)).kept).toEqual(["stored", "stored"]);
    expect(await gapsOf(one)).toEqual([]);
  });

  it("writes nothing that can be read without our keys", async () => {
    const one = await made();
    const here = await web({ isAway: true });
    await askThrough(here, one);
    const name = await spoolName();
    const bytes = await readFile(join(folder, name));
    for (const word of ["Pilot", "Hiring agent", "prop_", one.workspaceId]) {
      expect(bytes.includes(word), word).toBe(false);
    }
  });

  it("leaves it to the next web when it dies, and that one stores it once", async () => {
    const one = await made();
    const dead = await web({ isAway: true });
    const { approvalId } = await askThrough(dead, one);
    await askThrough(dead, one);
    // As a process that is gone leaves it: under a number and a start nobody has.
    const name = await spoolName();
    await rename(join(folder, name), join(folder, name.replace(/\.\d+\.\d*\./, ".4194303.1.")));
    const next = await web();
    await caughtUp(next);
    expect((await listed(one)).length).toBe(2);
    expect(await listed(one)).toContain(approvalId);
    expect((await readdir(folder)).filter((file) => file.includes("4194303"))).toEqual([]);
  });

  it("leaves alone what a living one has spooled", async () => {
    const one = await made();
    const living = await web({ isAway: true });
    await askThrough(living, one);
    const next = await web();
    expect([next.memory.waiting, living.memory.waiting]).toEqual([0, 2]);
  });

  it("drained twice doubles nothing", async () => {
    const one = await made();
    const here = await web({ isAway: true });
    const blocked = askOf(one, origin);
    await askThrough(here, one);
    await here.keeper.answered(await here.keeper.begin(blocked), blocked, {
      status: 409,
      body: { details: { reason: "payment_method_required" } },
      date: null,
    });
    const name = await spoolName();
    const bytes = await readFile(join(folder, name));
    here.state.isAway = false;
    await caughtUp(here);
    await writeFile(join(folder, `${randomUUID()}.4194303.1.spool`), bytes);
    await caughtUp(await web());
    expect((await listed(one)).length).toBe(1);
    expect((await listBlocked({ ctx: one.as("owner") })).blocked).toMatchObject([{ times: 1 }]);
  });

  it("says of what fits nowhere that it is not stored, and names the time once it can", async () => {
    const one = await made();
    const here = await web({ isAway: true, mostBytes: 1_500 });
    const kept = [];
    for (let count = 0; count < 4; count++) kept.push(...(await askThrough(here, one)).kept);
    expect(kept[0]).toBe("spooled");
    expect(kept.at(-1)).toBe("not-stored");
    here.state.isAway = false;
    await caughtUp(here);
    await vi.waitFor(async () => expect((await gapsOf(one)).length).toBe(1));
    expect(await gapsOf(one)).toMatchObject([{ why: "recorder_not_stored", untilAt: expect.any(Date) }]);
  });
});

describe("a damaged spool", () => {
  /** Three requests asked and answered, of which one record is hit. */
  async function hit(here: Web, one: MadeWorkspace, record: number): Promise<(string | null)[]> {
    const sizes = [0];
    const asked: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1) {
      const ask = askOf(one, origin);
      const begun = await here.keeper.begin(ask);
      sizes.push((await readFile(join(folder, await spoolName()))).length);
      asked.push((await here.keeper.answered(begun, ask, accepted(ask))).approvalId);
      sizes.push((await readFile(join(folder, await spoolName()))).length);
    }
    const path = join(folder, await spoolName());
    const bytes = await readFile(path);
    const at = Math.floor(((sizes[record] ?? 0) + (sizes[record + 1] ?? 0)) / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path, bytes);
    return asked;
  }

  async function expectTold(one: MadeWorkspace, asked: (string | null)[], record: number) {
    await vi.waitFor(async () => expect((await gapsOf(one)).length).toBe(1), { timeout: 10_000 });
    expect(await gapsOf(one)).toMatchObject([{ why: "recorder_not_stored", untilAt: expect.any(Date) }]);
    expect((await getSummary({ ctx: one.as("owner") })).notStored.length).toBe(1);
    // A request whose asking alone is lost is known by its answer.
    const isKnown = (count: number) => record !== 2 * count + 1;
    expect(await listed(one)).toEqual(asked.filter((_, count) => isKnown(count)).sort());
    expect((await readdir(folder)).filter((name) => name.endsWith(".damaged")).length).toBe(1);
  }

  it.each([0, 3])("loses record %s alone while it runs, and says so", async (record) => {
    const one = await made();
    const here = await web({ isAway: true });
    const asked = await hit(here, one, record);
    here.state.isAway = false;
    await caughtUp(here);
    await expectTold(one, asked, record);
    expect(await here.memory.damagedFiles()).toBe(1);
  });

  it.each([2, 5])("loses record %s alone after a crash, and says so", async (record) => {
    const one = await made();
    const asked = await hit(await web({ isAway: true }), one, record);
    const name = await spoolName();
    await rename(join(folder, name), join(folder, name.replace(/\.\d+\.\d*\./, ".4194303.1.")));
    const next = await web();
    await caughtUp(next);
    await expectTold(one, asked, record);
    expect(await next.memory.damagedFiles()).toBe(1);
  });

  it("says so of a record that other keys closed, from the time of the one before", async () => {
    const one = await made();
    const before = new Date();
    const here = await web({ isAway: true });
    const { approvalId } = await askThrough(here, one);
    const path = join(folder, await spoolName());
    await appendFile(path, frame(seal("{}", "another-key-of-at-least-thirty-two-characters")));
    await rename(path, path.replace(/\.\d+\.\d*\./, ".4194303.1."));
    const next = await web();
    await caughtUp(next);
    await vi.waitFor(async () => expect((await gapsOf(one)).length).toBe(1));
    const [gap] = await gapsOf(one);
    expect(await listed(one)).toEqual([approvalId]);
    expect(gap?.fromAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(await next.memory.damagedFiles()).toBe(1);
  });
});

it("names the time also when the web that could keep nothing dies before it can tell", async () => {
  const one = await made();
  const dead = await web({ isAway: true, mostBytes: 100 });
  expect((await askThrough(dead, one)).kept).toEqual(["not-stored", "not-stored"]);
  const missed = (await readdir(folder)).find((name) => name.endsWith(".missed")) ?? "";
  await copyFile(join(folder, missed), join(folder, missed.replace(/\.\d+\.\d*\./, ".4194303.1.")));
  await web();
  await vi.waitFor(async () => expect((await gapsOf(one)).length).toBe(1));
  await vi.waitFor(async () =>
    expect((await readdir(folder)).filter((name) => name.includes("4194303"))).toEqual([]),
  );
});

describe("a database that is slow", () => {
  it("is waited for no longer than named; what lands twice is there once", async () => {
    const one = await made();
    const here = await web({ deadlineMs: 150 });
    const ask = askOf(one, origin);
    const lock = await database.ownerPool.connect();
    await lock.query("begin; lock table countersign.asks in access exclusive mode");
    const begun = await here.keeper.begin(ask);
    const { kept } = await here.keeper.answered(begun, ask, accepted(ask));
    expect([begun.kept, kept]).toEqual(["spooled", "spooled"]);
    await lock.query("rollback");
    lock.release();
    await caughtUp(here);
    expect((await listed(one)).length).toBe(1);
    expect((await listUnanswered({ ctx: one.as("owner") })).unanswered).toEqual([]);
    const { rows } = await database.pool.query("select state, kept from asks where workspace_id = $1", [
      one.workspaceId,
    ]);
    expect(rows).toMatchObject([{ state: "accepted" }]);
  });

  it("that has no room for one answer keeps the others, and is not left", async () => {
    const one = await made();
    const [here, other] = [await web(), await web({ isAway: true })];
    await database.ownerPool.query(`
      create function countersign.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'no' using errcode = '54000'; end $$;
      create trigger refuse before insert on countersign.approvals for each row
        when (new.recorded_terms ->> 'name' = 'Poison') execute function countersign.refuse()`);
    const body = Buffer.from(JSON.stringify({ milestone: { name: "Poison", amount: 5 } }));
    const ask = { ...askOf(one, origin), body };
    for (const { keeper } of [here, other])
      await keeper.answered(await keeper.begin(ask), ask, accepted(ask));
    const asked = [await askThrough(here, one), await askThrough(other, one)];
    other.state.isAway = false;
    await Promise.all([caughtUp(here), caughtUp(other)]);
    expect(await listed(one)).toEqual(asked.map(({ approvalId }) => approvalId).sort());
    await vi.waitFor(async () => expect((await gapsOf(one)).length).toBe(2));
    expect([here.state.opened, other.state.opened]).toEqual([1, 1]);
    await database.ownerPool.query("drop function countersign.refuse() cascade");
  });

  it("that refuses one record keeps the others", async () => {
    const one = await made();
    const here = await web();
    await database.ownerPool.query(
      `alter table countersign.asks add constraint no_poison check (subject_id <> 'poison') not valid`,
    );
    const poison = { ...askOf(one, origin), subjectId: "poison" };
    expect((await here.keeper.begin(poison)).kept).toBe("spooled");
    const { kept, approvalId } = await askThrough(here, one);
    expect(kept.at(-1)).toMatch(/stored|spooled/);
    await caughtUp(here);
    expect(await listed(one)).toEqual([approvalId]);
    await vi.waitFor(async () => expect((await gapsOf(one)).length).toBe(1));
    await database.ownerPool.query("alter table countersign.asks drop constraint no_poison");
  });
});
