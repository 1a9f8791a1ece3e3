import { randomUUID } from "node:crypto";
import { secretHash } from "@/lib/services/setup/secret";
import type { Db } from "@/lib/store/pool";
import { captureKeys, settings } from "@/lib/store/schema";

/** The installation's first capture key, shown before, and the workspace it speaks for. */
export async function makeFirstKey(db: Db, workspaceId: string, secret: string): Promise<void> {
  const now = new Date();
  await db.insert(settings).values({ key: "home_workspace", value: workspaceId });
  await db.insert(captureKeys).values({
    id: randomUUID(),
    label: "Capture key",
    source: "environment",
    secretHash: secretHash(secret),
    createdAt: now,
    lastUsedAt: now,
    shownAt: now,
  });
}
