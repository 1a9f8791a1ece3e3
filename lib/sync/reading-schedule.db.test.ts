import { describe, expect, it } from "vitest";
import { dueApprovalIds } from "@/lib/store/approvals/due";
import { approvals } from "@/lib/store/schema";
import { MOST_SCHEDULED_AT_ONCE, SCHEDULED_CALLS_A_MINUTE } from "@/lib/sync/reading-budget";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { connectSandbox } from "@/lib/testing/factories/connect-sandbox";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useSandbox } from "@/lib/testing/sandbox";

const database = useTestDatabase();
const sandbox = useSandbox();
// More often than it polls, as when webhooks come in: a minute costs no more for it.
const turnMs = 5_000;
const turns = 16;
const minuteMs = 60_000;

describe("looking again by the clock", () => {
  it("500 that wait, all of them due, cost a fraction of 500 calls a minute, and each is read", async () => {
    const account = await sandbox.account({ scenario: "large" });
    const made = await connectSandbox(database.db, sandbox.origin, account);
    const { approvals: theirs, events } = await sandbox.door<{
      approvals: { id: string; status: string; expiresAt: string }[];
      events: { id: string }[];
    }>("GET", `/truth?accountId=${account.accountId}`);
    const waiting = theirs.filter(({ status }) => status === "pending");
    expect(waiting).toHaveLength(500);
    for (const { id, expiresAt } of waiting) {
      const expires = new Date(expiresAt);
      await insertApprovalRow(database.db, made, {
        id,
        expiresAt: expires,
        nextReadAt: new Date(0),
        lastReadAt: null,
      });
    }
    await database.pool.query(
      "update connections set feed_cursor = $1, contracts_read_at = now() where id = $2",
      [events.at(-1)?.id, made.connectionId],
    );
    const turnsMade: { at: number; calls: number }[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const before = (await sandbox.calls(account.accountId)).length;
      await syncConnection({ db: database.db, connectionId: made.connectionId });
      const calls = (await sandbox.calls(account.accountId)).length - before;
      turnsMade.push({ at: await sandbox.advance(account.accountId, turnMs), calls });
    }
    const inMinute = minuteMs / turnMs;
    const minutes = turnsMade.map((first) =>
      turnsMade
        .filter(({ at }) => at >= first.at && at < first.at + minuteMs)
        .reduce((sum, { calls }) => sum + calls, 0),
    );
    // The feed, the ledger, credits and jobs come on top: of the first two a page each turn, the others now and then.
    const most = SCHEDULED_CALLS_A_MINUTE + MOST_SCHEDULED_AT_ONCE + 2 * inMinute + 10;
    expect(Math.max(...minutes)).toBeLessThanOrEqual(most);
    expect(most).toBeLessThan(250);
    const read = (await database.db.select().from(approvals)).filter(
      ({ workspaceId, lastReadAt }) => workspaceId === made.workspaceId && lastReadAt !== null,
    );
    // A contract is read once for all requests on it.
    expect(read.length).toBeGreaterThan(100);
  });

  it("takes the nearest deadline first, and of every five what was not read for longest", async () => {
    const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
    const at = new Date();
    const add = (id: string, minutes: number | null, dueMinutes = 1) =>
      insertApprovalRow(database.db, made, {
        id,
        expiresAt: minutes === null ? null : new Date(at.getTime() + minutes * minuteMs),
        nextReadAt: new Date(at.getTime() - dueMinutes * minuteMs),
      });
    for (let index = 0; index < 8; index += 1) await add(`over_${index}`, -3_000 - index);
    await add("just_over", -1);
    await add("soon", 2);
    await add("in_an_hour", 60);
    await add("tomorrow", 1_440, 500);
    await add("no_deadline", null, 900);
    const ids = await dueApprovalIds(database.db, made.connectionId, at, 7);
    expect(ids).toEqual(["just_over", "soon", "in_an_hour", "tomorrow", "no_deadline", "over_0", "over_1"]);
    expect(await dueApprovalIds(database.db, made.connectionId, at, 0)).toEqual([]);
    expect(new Set(await dueApprovalIds(database.db, made.connectionId, at, 50)).size).toBe(13);
  });
});
