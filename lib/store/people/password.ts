import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { people } from "@/lib/store/schema";

export async function findPerson(
  db: Db | Tx,
  personId: string,
): Promise<{ email: string; name: string | null; passwordHash: string } | null> {
  const [row] = await db
    .select({ email: people.email, name: people.name, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, personId));
  return row ?? null;
}

/** Only if it is still the one that was checked. */
export async function replacePassword(
  tx: Tx,
  personId: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const changed = await tx
    .update(people)
    .set({ passwordHash: to })
    .where(and(eq(people.id, personId), eq(people.passwordHash, from)))
    .returning({ id: people.id });
  return changed.length === 1;
}

/** Whether a password that was right a moment ago still is; nobody changes it until this transaction ends. */
export async function holdPassword(tx: Tx, personId: string, passwordHash: string): Promise<boolean> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.passwordHash, passwordHash)))
    .for("share");
  return rows.length === 1;
}

/** Whatever it was: for who proved to be this person by another way than the old one. */
export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
}
