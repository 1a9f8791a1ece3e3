import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hireRequested, updates } from "@/lib/opentrain/samples";
import { findConnectionById, updateConnection } from "@/lib/store/connections/rows";
import { approvals } from "@/lib/store/schema";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { Loopback } from "@/lib/testing/loopback";
import { mutate } from "@/lib/testing/opentrain/mutate-json";
import { randomFrom } from "@/lib/testing/opentrain/random";
import { readStrictJson } from "@/lib/testing/opentrain/strict-json";

const runs = Number(process.env.FUZZ_RUNS ?? 150);
const firstSeed = Number(process.env.FUZZ_SEED ?? 20_261_121);
const database = useTestDatabase();
const opentrain = new Loopback();
beforeAll(() => opentrain.start());
afterAll(() => opentrain.stop());

const page = readStrictJson(updates) ?? null;
const approval = readStrictJson(hireRequested) ?? null;
const empty = '{"events":[],"nextCursor":"900000000000","hasMore":false}';

it(`of ${runs} twisted pages of the feed none stops us for good, and none settles what was not`, async () => {
  const made = await makeWorkspace(database.db, { origin: opentrain.origin });
  const outcomes = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(firstSeed + run);
    const [twisted, read] = [mutate(page, random), mutate(approval, random)];
    let pages = 0;
    opentrain.handle = ({ url = "" }, response) => {
      response.setHeader("content-type", "application/json");
      if (url.includes("/updates")) {
        pages += 1;
        return void response.end(pages === 1 ? twisted : empty);
      }
      if (url.includes("/approvals/")) return void response.end(read);
      response.statusCode = 404;
      response.end('{"error":"no","code":"NOT_FOUND"}');
    };
    // From the beginning again, as if nothing had been read yet.
    const fresh = {
      feedCursor: null,
      contractsReadAt: new Date(),
      jobsReadAt: new Date(),
      creditsReadAt: new Date(),
    };
    await updateConnection(database.db, made.connectionId, fresh);
    const outcome = await syncConnection({
      db: database.db,
      connectionId: made.connectionId,
      isForced: true,
    }).catch((error: unknown) =>
      expect.fail(`crashed, seed ${firstSeed + run}: ${String(error)}\n${twisted}`),
    );
    outcomes.add(outcome);
    const cursor = (await findConnectionById(database.db, made.connectionId))?.feedCursor ?? null;
    if (cursor !== null && !/^\d+$/.test(cursor))
      expect.fail(`the cursor is ${cursor}, seed ${firstSeed + run}`);
    const stored = await database.db
      .select()
      .from(approvals)
      .where(eq(approvals.workspaceId, made.workspaceId));
    for (const { id, standing, status, supersededBy } of stored) {
      // The feed says declined; the request's own answer never does.
      if (standing === "open" || standing === "unreadable") continue;
      if (standing === "superseded" && supersededBy !== null) continue;
      expect.fail(`${id} stands as ${standing} by "${status}", seed ${firstSeed + run}: ${read}`);
    }
  }
  expect([...outcomes].sort()).toEqual(["ok", "stopped"]);
  opentrain.handle = (_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(empty);
  };
  await database.pool.query("update approvals set next_read_at = null");
  const last = { db: database.db, connectionId: made.connectionId, isForced: true };
  expect(await syncConnection(last)).toBe("ok");
});
