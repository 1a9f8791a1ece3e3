import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/store/pool";
import { type BlockedRow, blocked } from "@/lib/store/schema";
import type { MadeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";

/** A row as it would lie there, without any of its history. */
export async function insertBlockedRow(
  db: Db,
  { workspaceId, connectionId }: MadeWorkspace,
  overrides: Partial<BlockedRow> = {},
): Promise<BlockedRow> {
  const now = new Date();
  const [row] = await db
    .insert(blocked)
    .values({
      id: randomUUID(),
      workspaceId,
      connectionId,
      action: "hire",
      subjectId: unique("prop"),
      reason: "payment_method_required",
      firstAt: now,
      lastAt: now,
      times: 1,
      linkState: "missing",
      ...overrides,
    })
    .returning();
  if (!row) throw new Error("not inserted");
  return row;
}
