import { randomUUID } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { type Hub, type Reader, type Since, startHub, type usualPaces } from "@/lib/server/events/hub";
import type { Told } from "@/lib/server/events/told";
import { positionOf } from "@/lib/services/changes/event-id";
import { openWatch } from "@/lib/services/changes/watch";
import { members, people, sessions } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";

const database = useTestDatabase();
const hubs: Hub[] = [];
afterEach(() => Promise.all(hubs.splice(0).map((hub) => hub.stop())));

const note = "insert into countersign.changes (workspace_id, kind, subject_id) values ($1, 'approval', $2)";
const quick = { apartMs: 1, beatMs: 60_000, awayMs: 150, longestBackMs: 50 };

function hub(paces: typeof usualPaces = quick): Hub {
  const made = startHub((heard) => openWatch(heard, database.url), paces);
  hubs.push(made);
  return made;
}

async function makeMember(workspaceId: string) {
  const [personId, sessionId, createdAt] = [randomUUID(), randomUUID(), new Date()];
  const email = `${unique("live")}@example.com`;
  await database.db.insert(people).values({ id: personId, email, passwordHash: "none", createdAt });
  await database.db.insert(members).values({ personId, workspaceId, role: "finance", createdAt });
  const expiresAt = new Date(Date.now() + 60_000);
  await database.db
    .insert(sessions)
    .values({ id: sessionId, personId, createdAt, lastUsedAt: createdAt, expiresAt });
  return { personId, sessionId, workspaceId };
}

type Seen = { ids: string[]; tellings: number; lastId: string; beats: number; isEnded: boolean };

/** A reader that keeps what it is told; `seen` waits until something is so. */
async function read(at: Hub, who: Omit<Reader, "tell" | "beat" | "end">, since: Since = "now") {
  const got: Seen = { ids: [], tellings: 0, lastId: "", beats: 0, isEnded: false };
  let look = () => {};
  const reader: Reader = {
    ...who,
    tell(told: readonly Told[], eventId) {
      got.ids.push(...told.map(({ kind, id }) => (id === null ? `all ${kind}` : id)));
      got.tellings += 1;
      got.lastId = eventId;
      look();
    },
    beat(eventId) {
      got.beats += 1;
      got.lastId = eventId;
      look();
    },
    end() {
      got.isEnded = true;
      look();
    },
  };
  expect(at.join(reader, since)).toBe("joined");
  const seen = (is: (got: Seen) => boolean) =>
    new Promise<void>((resolve) => {
      look = () => void (is(got) && resolve());
      look();
    });
  return { got, reader, seen, place: () => positionOf(who.workspaceId, got.lastId) ?? "unknown" } as const;
}

async function world() {
  const { workspaceId } = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  return { workspaceId, who: await makeMember(workspaceId) };
}

const tell = (workspaceId: string, id: string) => database.pool.query(note, [workspaceId, id]).then(wake);
const wake = () => database.pool.query("select pg_notify('countersign_changes', '')");

it("tells what changed to those of that workspace, and goes on where a reader left off on another web", async () => {
  const [{ workspaceId, who }, others] = [await world(), await world()];
  const [first, second] = [hub(), hub()];
  const here = await read(first, who);
  const stranger = await read(first, others.who);
  await Promise.all([here.seen((got) => got.tellings > 0), stranger.seen((got) => got.tellings > 0)]);
  await tell(workspaceId, "a");
  await here.seen((got) => got.ids.includes("a"));
  first.leave(here.reader);
  await tell(workspaceId, "b");
  const there = await read(second, who, here.place());
  await there.seen((got) => got.ids.includes("b"));
  await tell(workspaceId, "c");
  await there.seen((got) => got.ids.includes("c"));
  expect(there.got.ids).toEqual(["b", "c"]);
  expect(stranger.got.ids).toEqual([]);
});

it("misses and repeats nothing while readers come and commits cross", async () => {
  const { workspaceId, who } = await world();
  const at = hub();
  const steady = await read(at, who);
  await steady.seen((got) => got.tellings > 0);
  const place = steady.place();
  const all = Array.from({ length: 96 }, (_, n) => `c${n}`);
  const late: Awaited<ReturnType<typeof read>>[] = [];
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      const client = await database.pool.connect();
      for (const id of all.filter((_, n) => n % 4 === lane)) {
        await client.query("begin");
        await client.query(note, [workspaceId, id]);
        await client.query("select pg_notify('countersign_changes', '')");
        if (lane === 0) late.push(await read(at, who, place));
        await client.query("commit");
      }
      client.release();
    }),
  );
  for (const one of [steady, ...late]) {
    await one.seen((got) => got.ids.length >= all.length);
    expect(one.got.ids.toSorted()).toEqual(all.toSorted());
  }
});

it("gathers a burst", async () => {
  const { workspaceId, who } = await world();
  const one = await read(hub({ ...quick, apartMs: 100 }), who);
  await one.seen((got) => got.tellings > 0);
  await database.pool.query(
    `insert into countersign.changes (workspace_id, kind, subject_id)
     select $1, 'approval', 'burst ' || n % 10 from generate_series(1, 1000) n`,
    [workspaceId],
  );
  await wake();
  await one.seen((got) => got.ids.length >= 10);
  expect(one.got.ids.toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `burst ${n}`));
});

it("ends the stream of whoever may not look any more, before the next word", async () => {
  const { workspaceId, who } = await world();
  const [session, member, moved, expired] = await Promise.all(
    [0, 1, 2, 3].map(() => makeMember(workspaceId)),
  );
  const elsewhere = await world();
  const at = hub();
  const stays = await read(at, who);
  const readers = await Promise.all([session, member, moved, expired].map((one) => read(at, one ?? who)));
  for (const { seen } of [stays, ...readers]) await seen((got) => got.tellings > 0);
  await database.pool.query("update countersign.sessions set revoked_at = now() where id = $1", [
    session?.sessionId,
  ]);
  await readers[0]?.seen((got) => got.isEnded);
  await database.pool.query("update countersign.members set removed_at = now() where person_id = $1", [
    member?.personId,
  ]);
  await readers[1]?.seen((got) => got.isEnded);
  await database.pool.query("update countersign.members set workspace_id = $2 where person_id = $1", [
    moved?.personId,
    elsewhere.workspaceId,
  ]);
  await readers[2]?.seen((got) => got.isEnded);
  // Time tells nobody that a session ran out: asked again before telling.
  await database.pool.query("update countersign.sessions set expires_at = now() where id = $1", [
    expired?.sessionId,
  ]);
  await tell(workspaceId, "secret");
  await stays.seen((got) => got.ids.includes("secret"));
  expect(readers.map(({ got }) => [got.isEnded, got.ids])).toEqual(readers.map(() => [true, []]));
});

it("seats nobody whose session ended while they came in", async () => {
  const { workspaceId, who } = await world();
  await database.pool.query("update countersign.sessions set revoked_at = now() where id = $1", [
    who.sessionId,
  ]);
  const late = await read(hub(), who, "unknown");
  await late.seen((got) => got.isEnded);
  await tell(workspaceId, "secret");
  expect(late.got.ids).toEqual([]);
});

it("comes back to a database that restarts, and tells what was missed", async () => {
  const { workspaceId, who } = await world();
  const one = await read(hub(), who);
  await one.seen((got) => got.tellings > 0);
  await cutConnections();
  await database.pool.query(note, [workspaceId, "missed"]);
  await one.seen((got) => got.ids.includes("missed"));
  expect(one.got.isEnded).toBe(false);
});

it("ends every stream when the database stays away, and seats people again after", async () => {
  const { who } = await world();
  let isAway = false;
  const at = startHub(async (heard) => {
    if (isAway) throw new Error("away");
    return openWatch(heard, database.url);
  }, quick);
  hubs.push(at);
  const one = await read(at, who);
  await one.seen((got) => got.tellings > 0);
  isAway = true;
  await cutConnections();
  await one.seen((got) => got.isEnded);
  expect(at.join(one.reader, "now")).toBe("away");
  isAway = false;
  await expect.poll(() => at.join(one.reader, "now")).toBe("joined");
  await one.seen((got) => got.tellings > 1);
});

it("says by each beat where the reader stands", async () => {
  const { who } = await world();
  const one = await read(hub({ ...quick, beatMs: 20 }), who);
  await one.seen((got) => got.beats > 1);
  expect(one.place()).not.toBe("unknown");
});

async function cutConnections(): Promise<void> {
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'countersign-streams' and datname = current_database()`,
  );
}
