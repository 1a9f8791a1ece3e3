import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { newSecret, secretHash } from "@/lib/services/setup/secret";
import { addEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { hasOwner } from "@/lib/store/people/rows";
import type { Db } from "@/lib/store/pool";
import { setupLinks } from "@/lib/store/schema";

const linkMs = 24 * 60 * 60_000;

/** A new link makes the older unspent one of its kind worthless. */
export async function issueSetupLink({
  db,
  now,
  kind,
}: {
  db: Db;
  now: Date;
  kind: "first_owner" | "further_owner";
}): Promise<{ secret: string; expiresAt: Date }> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + linkMs);
  await db.transaction(async (tx) => {
    await lockInstallation(tx);
    if (kind === "first_owner" && (await hasOwner(tx))) {
      throw new AppError("CONFLICT", { reason: "already_set_up" });
    }
    await tx
      .update(setupLinks)
      .set({ expiresAt: now })
      .where(and(eq(setupLinks.kind, kind), isNull(setupLinks.spentAt)));
    const id = randomUUID();
    await tx
      .insert(setupLinks)
      .values({ id, kind, secretHash: secretHash(secret), createdAt: now, expiresAt });
    await addEvent(tx, {
      workspaceId: null,
      at: now,
      kind: "setup_link_issued",
      actor: { kind: "system", id: "command" },
      subject: { kind: "workspace", id: null },
      data: { linkId: id, linkKind: kind },
    });
  });
  return { secret, expiresAt };
}
