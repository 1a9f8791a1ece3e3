import { randomUUID } from "node:crypto";
import { newSecret, secretHash } from "@/lib/services/setup/secret";
import type { Db } from "@/lib/store/pool";
import { captureKeys } from "@/lib/store/schema";
import { unique } from "@/lib/testing/factories/unique";

/** A key of an agent, made in settings. */
export async function insertCaptureKeyRow(
  db: Db,
  workspaceId: string,
  overrides: Partial<typeof captureKeys.$inferInsert> = {},
): Promise<{ id: string; secret: string }> {
  const [id, secret, now] = [randomUUID(), `cs_capture_${newSecret()}`, new Date()];
  await db.insert(captureKeys).values({
    id,
    workspaceId,
    label: unique("agent"),
    source: "settings",
    secretHash: secretHash(secret),
    shownAt: now,
    createdAt: now,
    ...overrides,
  });
  return { id, secret };
}
