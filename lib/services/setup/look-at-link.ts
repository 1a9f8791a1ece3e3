import { usableLink } from "@/lib/services/setup/usable-link";
import { findOwner } from "@/lib/store/people/rows";
import type { Db } from "@/lib/store/pool";

/** What a link is good for, to whoever holds it; looking does not spend it. */
export async function lookAtLink({
  db,
  now,
  secret,
}: {
  db: Db;
  now: Date;
  secret: string;
}): Promise<{ opens: "set_up" } | { opens: "new_password"; email: string }> {
  const link = await usableLink(db, secret, now);
  const owner = link.kind === "owner_reset" ? await findOwner(db, link.personId) : null;
  return owner ? { opens: "new_password", email: owner.email } : { opens: "set_up" };
}
