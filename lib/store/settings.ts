import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { settings } from "@/lib/store/schema";

type SettingValues = {
  /** The workspace the first capture key speaks for and the first owner lives in. */
  home_workspace: string;
  /** Fingerprint of the key that what lies here is sealed under. */
  sealing_fingerprint: string;
  /** Fingerprint of the secret that sessions are signed with. */
  auth_fingerprint: string;
};

export async function readSetting<K extends keyof SettingValues>(
  db: Db | Tx,
  key: K,
): Promise<SettingValues[K] | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  // Written by writeSetting alone, whose types these are.
  return row ? (row.value as SettingValues[K]) : null;
}

export async function writeSetting<K extends keyof SettingValues>(
  tx: Db | Tx,
  key: K,
  value: SettingValues[K],
): Promise<void> {
  const row = { key, value, updatedAt: new Date() };
  await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}
