import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { newSecret, secretHash } from "@/lib/services/setup/secret";
import { addEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { listOwners, normalEmail } from "@/lib/store/people/rows";
import type { Db, Tx } from "@/lib/store/pool";
import { setupLinks } from "@/lib/store/schema";

const linkMs = 24 * 60 * 60_000;

/**
 * A one-time link for an owner who is locked out, for the server's own terminal. Without an address there must
 * be one owner only. A new link makes the older one worthless.
 */
export async function issueReset({
  db,
  now,
  email,
}: {
  db: Db;
  now: Date;
  email: string | null;
}): Promise<{ secret: string; email: string }> {
  const secret = newSecret();
  return db.transaction(async (tx) => {
    await lockInstallation(tx);
    const owner = await chooseOwner(tx, email);
    await tx
      .update(setupLinks)
      .set({ expiresAt: now })
      .where(and(eq(setupLinks.personId, owner.personId), isNull(setupLinks.spentAt)));
    const id = randomUUID();
    await tx.insert(setupLinks).values({
      id,
      kind: "owner_reset",
      secretHash: secretHash(secret),
      personId: owner.personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkMs),
    });
    await addEvent(tx, {
      workspaceId: owner.workspaceId,
      at: now,
      kind: "owner_reset_issued",
      actor: { kind: "system", id: "command" },
      subject: { kind: "person", id: owner.personId },
      data: { linkId: id },
    });
    return { secret, email: owner.email };
  });
}

async function chooseOwner(tx: Tx, email: string | null) {
  const owners = await listOwners(tx);
  const [only, ...others] = owners;
  if (!only) throw new AppError("NOT_FOUND", { reason: "no_owner_yet" });
  const emails = owners.map((owner) => owner.email);
  if (email === null) {
    if (others.length === 0) return only;
    throw new AppError("CONFLICT", { reason: "several_owners", details: { emails } });
  }
  const named = owners.find((owner) => normalEmail(owner.email) === normalEmail(email));
  if (!named) throw new AppError("NOT_FOUND", { reason: "no_such_owner", details: { emails } });
  return named;
}
