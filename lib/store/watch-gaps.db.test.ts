import { expect, it } from "vitest";
import { changes, watchGaps } from "@/lib/store/schema";
import { closeGap, openGap } from "@/lib/store/watch-gaps";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 9, 0, seconds));

it("keeps one gap for one source until it is closed", async () => {
  const { db } = database;
  const { workspaceId } = await makeWorkspace(db, { origin: "http://127.0.0.1:9" });
  const gap = { workspaceId, source: "feed", why: "feed_away" } as const;
  await openGap(db, { ...gap, fromAt: at(1) });
  await openGap(db, { ...gap, fromAt: at(5) });
  expect(await closeGap(db, { workspaceId, source: "feed", untilAt: at(9) })).toBe(true);
  expect(await closeGap(db, { workspaceId, source: "feed", untilAt: at(10) })).toBe(false);
  const rows = await db.select().from(watchGaps);
  expect(rows.map(({ fromAt, untilAt }) => [fromAt, untilAt])).toEqual([[at(1), at(9)]]);
});

it("notes what changed, and not that something was only read again", async () => {
  const { db, pool } = database;
  const made = await makeWorkspace(db, { origin: "http://127.0.0.1:9" });
  const { id } = await insertApprovalRow(db, made, {});
  await pool.query("update countersign.approvals set last_read_at = now(), next_read_at = now()");
  await pool.query("update countersign.approvals set job_title = 'Labels' where id = $1", [id]);
  const noted = (await db.select().from(changes)).filter(({ subjectId }) => subjectId === id);
  expect(noted.map(({ kind }) => kind)).toEqual(["approval", "approval"]);
});

it("notes that OpenTrain's clock jumped, and not that it was read a little better", async () => {
  const { db, pool } = database;
  const { workspaceId, connectionId } = await makeWorkspace(db, { origin: "http://127.0.0.1:9" });
  const noted = async () =>
    (await db.select().from(changes)).filter(
      (one) => one.workspaceId === workspaceId && one.kind === "approval",
    );
  const set = (offset: number) =>
    pool.query("update countersign.connections set clock_offset_ms = $1 where id = $2", [
      offset,
      connectionId,
    ]);
  await set(900);
  expect(await noted()).toEqual([]);
  await set(3_600_900);
  expect((await noted()).map(({ subjectId }) => subjectId)).toEqual([null]);
});
