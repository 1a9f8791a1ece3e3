import { createHash, randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { invitations, members } from "@/lib/store/schema";

const weekMs = 7 * 24 * 60 * 60_000;

/** An open one, made by whoever is there first. */
export async function makeInvitation(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<{ id: string; secret: string }> {
  const [id, secret, now] = [randomUUID(), randomBytes(32).toString("base64url"), new Date()];
  const [member] = await db.select().from(members).where(eq(members.workspaceId, workspaceId)).limit(1);
  if (!member) throw new Error("nobody is there to invite");
  await db.insert(invitations).values({
    id,
    workspaceId,
    role: "finance",
    secretHash: createHash("sha256").update(secret).digest(),
    createdBy: member.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + weekMs),
  });
  return { id, secret };
}
