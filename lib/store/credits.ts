import { eq } from "drizzle-orm";
import type { CreditsRecord } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";
import { credits } from "@/lib/store/schema";

export async function findCredits(db: Db, workspaceId: string): Promise<CreditsRecord | null> {
  const [row] = await db
    .select({
      availableCents: credits.availableCents,
      reservedCents: credits.reservedCents,
      readAt: credits.readAt,
    })
    .from(credits)
    .where(eq(credits.workspaceId, workspaceId));
  return row ?? null;
}

export async function storeCredits(db: Db | Tx, workspaceId: string, read: CreditsRecord): Promise<void> {
  const row = { workspaceId, ...read };
  await db.insert(credits).values(row).onConflictDoUpdate({ target: credits.workspaceId, set: row });
}
