import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { checkPassword } from "@/lib/services/people/check-password";
import { openSession } from "@/lib/services/people/open-session";
import { hashPassword } from "@/lib/services/people/password";
import { spendLink, usableLink } from "@/lib/services/setup/usable-link";
import { addEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { setPassword } from "@/lib/store/people/password";
import { findOwner } from "@/lib/store/people/rows";
import { endSessionsOf } from "@/lib/store/people/sessions";
import type { Db, Tx } from "@/lib/store/pool";
import { setupLinks } from "@/lib/store/schema";

export type SpendResetInput = {
  db: Db;
  now: Date;
  secret: string;
  password: string;
  address: string;
  userAgent: string | null;
};

/** The owner of the link has a new password and one session: the one this opens. */
export async function spendReset(input: SpendResetInput): Promise<{ personId: string; sessionId: string }> {
  const { db, now, secret, password, address, userAgent } = input;
  // Looked at before the slow hash, so that a guessed link costs us nothing.
  const { owner: known } = await usableReset(db, secret, now);
  checkPassword(password, known.email);
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    await lockInstallation(tx);
    // Once more under the lock: meanwhile the team may have moved to another workspace.
    const { link, owner } = await usableReset(tx, secret, now);
    const { personId, workspaceId } = owner;
    await spendLink(tx, link, now);
    await setPassword(tx, personId, passwordHash);
    const endedSessions = await endSessionsOf(tx, personId, now);
    await tx
      .update(setupLinks)
      .set({ expiresAt: now })
      .where(and(eq(setupLinks.personId, personId), isNull(setupLinks.spentAt)));
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "owner_reset_spent",
      actor: { kind: "person", id: personId },
      subject: { kind: "person", id: personId },
      data: { linkId: link.id, endedSessions },
    });
    const sessionId = await openSession(tx, { personId, workspaceId }, { address, userAgent }, now);
    return { personId, sessionId };
  });
}

async function usableReset(db: Db | Tx, secret: string, now: Date) {
  const link = await usableLink(db, secret, now);
  const owner = link.kind === "owner_reset" ? await findOwner(db, link.personId) : null;
  if (!owner) throw new AppError("NOT_FOUND", { reason: "link_unknown" });
  return { link, owner };
}
