import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { disconnect } from "@/lib/services/connections/disconnect";
import { getConnection } from "@/lib/services/connections/get";
import { getSummary } from "@/lib/services/summary/get";
import { watchGaps } from "@/lib/store/schema";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { insertToken } from "@/lib/testing/factories/insert-token";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { TinyUpstream } from "@/lib/testing/factories/upstream";

const database = useTestDatabase();
let upstream: TinyUpstream;
let made: MadeWorkspace;
const start = Date.now();
const after = (seconds: number) => new Date(start + seconds * 1000);

beforeEach(async () => {
  upstream = new TinyUpstream();
  await upstream.start();
  made = await makeWorkspace(database.db, { origin: upstream.origin, kind: "real" });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
});
afterEach(() => upstream.stop());

const round = (seconds: number) =>
  syncConnection({
    db: database.db,
    connectionId: made.connectionId,
    clock: () => after(seconds),
    isForced: true,
  });

/** Seconds from the start, as OpenTrain's clock told them; its header has whole ones. */
const gaps = async () => {
  const rows = await database.db
    .select()
    .from(watchGaps)
    .where(eq(watchGaps.workspaceId, made.workspaceId))
    .orderBy(watchGaps.fromAt);
  const seconds = (at: Date | null) => at && Math.round((at.getTime() - start) / 1000);
  return rows.map(({ why, fromAt, untilAt }) => [why, seconds(fromAt), seconds(untilAt)]);
};

describe("a gap in our watch", () => {
  it.each([
    ["feed_away", "drop" as const],
    ["feed_away", "garbage" as const],
    ["feed_away", 503],
    ["feed_away", 429],
    ["token_refused", 401],
  ])("%s lasts from the last good look to the next (%s)", async (why, fault) => {
    await round(0);
    upstream.fail(/updates/, fault);
    await round(15);
    await round(55);
    expect(await gaps()).toEqual([]);
    await round(70);
    expect(await gaps()).toEqual([[why, 0, null]]);
    await round(300);
    upstream.heal();
    await round(310);
    expect(await gaps()).toEqual([[why, 0, 310]]);
    await round(325);
    expect(await gaps()).toHaveLength(1);
  });

  it("is none while we catch up or a look is late, and none before the first", async () => {
    upstream.fail(/updates/, 503);
    await round(0);
    await round(500);
    upstream.heal();
    await round(1_000);
    await round(1_055);
    expect(await gaps()).toEqual([]);
  });

  it("is found by the next round when nobody was there to look", async () => {
    await round(0);
    await round(900);
    expect(await gaps()).toEqual([["worker_away", 0, 900]]);
  });

  it("goes on to the present, whatever was read on the way there", async () => {
    await round(0);
    await round(100);
    for (let index = 0; index < 400; index += 1) upstream.emit("proposal.received", {});
    upstream.fail(/updates/, "drop", 6, 1);
    await round(1_000);
    expect((await gaps()).at(-1)).toEqual(["worker_away", 100, null]);
    upstream.heal();
    await round(1_015);
    expect((await gaps()).at(-1)).toEqual(["worker_away", 100, 1_015]);
  });

  it("lasts from a disconnect to the first look after it", async () => {
    await round(0);
    const ctx = made.as("owner", after(10));
    await disconnect({ ctx });
    expect(await gaps()).toEqual([["disconnected", 10, null]]);
    await database.pool.query("update connections set state = 'open' where id = $1", [made.connectionId]);
    await insertToken(database.db, made);
    await round(200);
    expect(await gaps()).toEqual([["disconnected", 10, 200]]);
  });

  it("is told by OpenTrain's clock and measured by ours, so that a clock put right is none", async () => {
    await round(0);
    upstream.clockOffsetMs = 3_600_000;
    await round(15);
    expect(await gaps()).toEqual([]);
  });
});

describe("connected, and not read yet", () => {
  const sync = async (seconds: number) => (await getSummary({ ctx: made.as("owner", after(seconds)) })).sync;

  it("is neither followed nor off: it is being read for the first time", async () => {
    expect(await sync(0)).toMatchObject({ state: "behind", problem: "first_read", lastReadAt: null });
    expect((await getConnection({ ctx: made.owner }))?.sync).toMatchObject({ problem: "first_read" });
    expect(await sync(200)).toMatchObject({ state: "behind", problem: "first_read_late" });
    await round(1);
    expect(await sync(1)).toMatchObject({ state: "ok", problem: null });
  });

  it("says no less of a first read that fails", async () => {
    upstream.fail(/./, "drop");
    await round(1);
    expect(await sync(1)).toMatchObject({ state: "unreachable", problem: "network" });
  });
});
