import type { Db } from "@/lib/store/pool";
import { claims } from "@/lib/store/schema";
import { unique } from "@/lib/testing/factories/unique";

/** Told and not proven, without a try to come. */
export async function insertClaimRow(
  db: Db,
  workspaceId: string,
  overrides: Partial<typeof claims.$inferInsert> = {},
): Promise<{ id: string }> {
  const id = overrides.id ?? unique("claimed");
  await db.insert(claims).values({
    workspaceId,
    id,
    receivedAt: new Date(),
    way: "capture",
    label: "Capture key",
    why: "not_visible",
    ...overrides,
  });
  return { id };
}
