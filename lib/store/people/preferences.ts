import { eq } from "drizzle-orm";
import type { Preferences } from "@/lib/domain/preferences";
import type { Tx } from "@/lib/store/pool";
import { people } from "@/lib/store/schema";

export const preferenceColumns = {
  locale: people.locale,
  theme: people.theme,
  timeZone: people.timeZone,
  singleKeys: people.singleKeys,
  keepOffline: people.keepOffline,
  firstSteps: people.firstSteps,
};

/** As they stand; nobody changes them until this transaction ends. */
export async function holdPreferences(tx: Tx, personId: string): Promise<Preferences | null> {
  const [row] = await tx.select(preferenceColumns).from(people).where(eq(people.id, personId)).for("update");
  return row ?? null;
}

export async function savePreferences(
  tx: Tx,
  personId: string,
  changed: Partial<Preferences>,
): Promise<void> {
  await tx.update(people).set(changed).where(eq(people.id, personId));
}
