import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { secretHash } from "@/lib/services/setup/secret";
import { findOwner, hasOwner } from "@/lib/store/people/rows";
import type { Db, Tx } from "@/lib/store/pool";
import { setupLinks } from "@/lib/store/schema";

export type SetupLink = typeof setupLinks.$inferSelect;

/** The link behind a secret while it is good; why not, in the words of its kind. */
export async function usableLink(db: Db | Tx, secret: string, now: Date): Promise<SetupLink> {
  const [link] = await db
    .select()
    .from(setupLinks)
    .where(eq(setupLinks.secretHash, secretHash(secret)));
  if (!link) throw new AppError("NOT_FOUND", { reason: "link_unknown" });
  if (link.kind === "first_owner" && (await hasOwner(db))) {
    throw new AppError("CONFLICT", { reason: "already_set_up" });
  }
  const isReset = link.kind === "owner_reset";
  if (link.spentAt !== null) throw new AppError("GONE", { reason: isReset ? "reset_spent" : "link_spent" });
  const isOpen = link.expiresAt > now && (!isReset || (await findOwner(db, link.personId)) !== null);
  if (!isOpen) throw new AppError("GONE", { reason: isReset ? "reset_expired" : "link_expired" });
  return link;
}

/** Of two at once, one. */
export async function spendLink(tx: Tx, { id, kind }: SetupLink, now: Date): Promise<void> {
  const spent = await tx
    .update(setupLinks)
    .set({ spentAt: now })
    .where(and(eq(setupLinks.id, id), isNull(setupLinks.spentAt)))
    .returning({ id: setupLinks.id });
  if (spent.length === 1) return;
  throw new AppError("GONE", { reason: kind === "owner_reset" ? "reset_spent" : "link_spent" });
}
