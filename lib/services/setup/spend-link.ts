import { AppError } from "@/lib/errors";
import { createWorkspace } from "@/lib/services/installation/create-workspace";
import { homeWorkspace } from "@/lib/services/installation/home-workspace";
import { checkPassword } from "@/lib/services/people/check-password";
import { openSession } from "@/lib/services/people/open-session";
import { hashPassword } from "@/lib/services/people/password";
import { createOwner } from "@/lib/services/setup/create-owner";
import { type SetupLink, spendLink, usableLink } from "@/lib/services/setup/usable-link";
import { lockInstallation } from "@/lib/store/locks";
import type { Db } from "@/lib/store/pool";

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

/** Whoever holds the link becomes an owner and is signed in; of two at once, one. */
export async function spendSetupLink(
  input: SpendSetupLinkInput,
): Promise<{ personId: string; sessionId: string }> {
  const { db, now, email, password, name, timeZone, address, userAgent } = input;
  // Looked at before the slow hash, so that a guessed link costs us nothing.
  requireOwnerLink(await usableLink(db, input.secret, now));
  checkPassword(password, email);
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    await lockInstallation(tx);
    const link = requireOwnerLink(await usableLink(tx, input.secret, now));
    await spendLink(tx, link, now);
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

/** One for a new password makes nobody an owner. */
function requireOwnerLink(link: SetupLink): SetupLink {
  if (link.kind === "owner_reset") throw new AppError("NOT_FOUND", { reason: "link_unknown" });
  return link;
}
