import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { exportApprovals } from "@/lib/services/approvals/export";
import { listApprovals } from "@/lib/services/approvals/list";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { repeatApproval } from "@/lib/testing/factories/repeat-approval";

const database = useTestDatabase();
const everything = {
  ...NO_FILTER,
  phases: ["waiting", "confirmed", "declined"] as ("waiting" | "confirmed" | "declined")[],
  timeZone: "UTC",
};

/** A third each: open, confirmed, declined. */
async function filled(count: number) {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  for (const standing of ["open", "confirmed", "declined"] as const) {
    const row = await insertApprovalRow(database.db, made, { id: `appr_${standing}`, standing });
    await repeatApproval(database.db, row, count / 3 - 1);
  }
  return made;
}

describe("exportApprovals", () => {
  it("gives what the list gives, over all pages and in its order, and says so once", async () => {
    const { owner: ctx } = await filled(540);
    const { pages } = await exportApprovals({ ctx, input: everything });
    const exported: string[] = [];
    for await (const page of pages) exported.push(...page.map(({ record }) => record.id));
    const listed: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listApprovals>> = await listApprovals({
        ctx,
        input: { ...everything, limit: 200, cursor },
      });
      listed.push(...page.approvals.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(exported).toHaveLength(540);
    expect(exported).toEqual(listed);
    const { rows } = await database.pool.query("select kind, data from events where workspace_id = $1", [
      ctx.workspaceId,
    ]);
    expect(rows).toEqual([
      {
        kind: "exported",
        data: { format: "csv", timeZone: "UTC", filter: { phase: "waiting,confirmed,declined" } },
      },
    ]);
  });

  it("shows one moment, whatever changes while it is read", async () => {
    const made = await filled(300);
    const { pages } = await exportApprovals({ ctx: made.owner, input: everything });
    const first = await pages.next();
    await database.pool.query(
      "update approvals set standing = 'declined', settled_at = now() where workspace_id = $1",
      [made.workspaceId],
    );
    await insertApprovalRow(database.db, made, { id: "appr_later" });
    const rows = first.done ? [] : [...first.value];
    for await (const page of pages) rows.push(...page);
    expect(rows).toHaveLength(300);
    expect(rows.filter(({ record }) => record.standing === "open")).toHaveLength(100);
    expect(new Set(rows.map(({ record }) => record.id)).size).toBe(300);
  });

  it("gives its connection back when nobody reads on, and when reading fails", async () => {
    const made = await filled(300);
    for (let round = 0; round < 8; round += 1) {
      const { pages } = await exportApprovals({ ctx: made.owner, input: everything });
      await pages.next();
      if (round % 2 === 0) await pages.return(undefined);
      else await expect(pages.throw(new Error("gone"))).rejects.toThrow("gone");
    }
    const held = "select count(*)::int as held from pg_stat_activity where state like 'idle in transaction%'";
    expect((await database.pool.query(`${held} and datname = current_database()`)).rows).toEqual([
      { held: 0 },
    ]);
    expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
  });

  it("is for owner and finance", async () => {
    const made = await filled(3);
    await expect(exportApprovals({ ctx: made.as("viewer"), input: everything })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(exportApprovals({ ctx: made.agent(), input: everything })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { pages } = await exportApprovals({ ctx: made.as("finance"), input: everything });
    expect((await pages.next()).value).toHaveLength(3);
    await pages.return(undefined);
  });

  it("tells nothing before anything is taken", async () => {
    const { owner: ctx } = await filled(3);
    await exportApprovals({ ctx, input: everything });
    const { rows } = await database.pool.query("select 1 from events where workspace_id = $1", [
      ctx.workspaceId,
    ]);
    expect(rows).toEqual([]);
  });
});
