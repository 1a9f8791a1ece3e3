import { addEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { isAnybodyPresent } from "@/lib/store/presence";
import { secretFingerprint } from "@/lib/store/sealing";
import { readSetting, writeSetting } from "@/lib/store/settings";

/** Under this name a host is present on the database for as long as it runs with this secret. */
export function presenceUnder(authSecret: string): string {
  return nameOf(secretFingerprint(authSecret));
}

function nameOf(fingerprint: string): string {
  return `auth secret ${fingerprint}`;
}

/**
 * Two webs with different secrets would each throw out the other's sessions. A new secret is taken when nobody
 * runs with the one before; all sessions end with it, since no cookie can be read any more.
 */
export async function ensureAuthSecret(
  tx: Tx,
  authSecret: string,
  now: Date,
): Promise<"other_auth_secret" | null> {
  const mine = secretFingerprint(authSecret);
  const known = await readSetting(tx, "auth_fingerprint");
  if (known === mine) return null;
  if (known !== null && (await isAnybodyPresent(tx, nameOf(known)))) return "other_auth_secret";
  await writeSetting(tx, "auth_fingerprint", mine);
  await addEvent(tx, {
    workspaceId: null,
    at: now,
    kind: known === null ? "auth_secret_set" : "auth_secret_changed",
    actor: { kind: "system", id: "start" },
    subject: { kind: "installation", id: null },
    data: { fingerprint: mine },
  });
  return null;
}
