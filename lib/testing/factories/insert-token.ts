import { createHash, randomUUID } from "node:crypto";
import type { ConnectionTokenRow } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { connectionTokens } from "@/lib/store/schema";
import { seal } from "@/lib/store/sealing";
import { type MadeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";

/** One more token of a workspace's connection; `plain` is what OpenTrain would be sent. */
export async function insertToken(
  db: Db,
  { workspaceId, connectionId }: MadeWorkspace,
  {
    plain = `ot_pat_${unique("more")}_${randomUUID()}`,
    ...overrides
  }: Partial<ConnectionTokenRow> & { plain?: string } = {},
): Promise<ConnectionTokenRow & { plain: string }> {
  const createdAt = new Date();
  const [row] = await db
    .insert(connectionTokens)
    .values({
      id: randomUUID(),
      connectionId,
      workspaceId,
      label: "agent",
      source: "person",
      sealed: seal(plain, process.env.ENCRYPTION_KEYS ?? testKeys),
      fingerprint: createHash("sha256").update(plain).digest(),
      scopes: ["payments:read"],
      state: "active",
      createdAt,
      checkedAt: createdAt,
      ...overrides,
    })
    .returning();
  if (!row) throw new Error("not inserted");
  return { ...row, plain };
}
