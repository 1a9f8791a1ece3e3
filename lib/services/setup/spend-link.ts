import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { createWorkspace } from "@/lib/services/installation/create-workspace";
import { homeWorkspace } from "@/lib/services/installation/home-workspace";
import { checkPassword } from "@/lib/services/people/check-password";
import { openSession } from "@/lib/services/people/open-session";
import { hashPassword } from "@/lib/services/people/password";
import { createOwner } from "@/lib/services/setup/create-owner";
import { secretHash } from "@/lib/services/setup/secret";
import { lockInstallation } from "@/lib/store/locks";
import { hasOwner } from "@/lib/store/people/rows";
import type { Db, Tx } from "@/lib/store/pool";
import { setupLinks } from "@/lib/store/schema";

export type SpendSetupLinkInput = {
  db: Db;
  now: Date;
  secret: string;
  email: string;
  password: string;
  name: string | null;
  timeZone: string | null;
  address: string;
  userAgent: string | null;
};

type Link = typeof setupLinks.$inferSelect;

/** Whoever holds the link becomes an owner and is signed in; of two at once, one. */
export async function spendSetupLink(
  input: SpendSetupLinkInput,
): Promise<{ personId: string; sessionId: string }> {
  const { db, now, email, password, name, timeZone, address, userAgent } = input;
  // Looked at before the slow hash, so that a guessed link costs us nothing.
  await requireUsable(db, await findLink(db, input.secret), now);
  checkPassword(password, email);
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    await lockInstallation(tx);
    const link = await requireUsable(tx, await findLink(tx, input.secret), now);
    await spend(tx, link, now);
    const workspaceId =
      link.kind === "first_owner"
        ? await homeWorkspace(tx, now)
        : await createWorkspace(tx, { name: "", kind: "none", accountKey: null }, now);
    const owner = { email, passwordHash, name, timeZone };
    const personId = await createOwner(tx, owner, { workspaceId, now, by: "setup_link" });
    const sessionId = await openSession(tx, { personId, workspaceId }, { address, userAgent }, now);
    return { personId, sessionId };
  });
}

async function findLink(db: Db | Tx, secret: string): Promise<Link | null> {
  const [link] = await db
    .select()
    .from(setupLinks)
    .where(eq(setupLinks.secretHash, secretHash(secret)));
  return link ?? null;
}

async function requireUsable(db: Db | Tx, link: Link | null, now: Date): Promise<Link> {
  if (!link || link.kind === "owner_reset") throw new AppError("NOT_FOUND", { reason: "link_unknown" });
  if (link.kind === "first_owner" && (await hasOwner(db))) {
    throw new AppError("CONFLICT", { reason: "already_set_up" });
  }
  if (link.spentAt !== null) throw new AppError("GONE", { reason: "link_spent" });
  if (link.expiresAt <= now) throw new AppError("GONE", { reason: "link_expired" });
  return link;
}

async function spend(tx: Tx, { id }: Link, now: Date): Promise<void> {
  const spent = await tx
    .update(setupLinks)
    .set({ spentAt: now })
    .where(and(eq(setupLinks.id, id), isNull(setupLinks.spentAt)))
    .returning({ id: setupLinks.id });
  if (spent.length !== 1) throw new AppError("GONE", { reason: "link_spent" });
}
