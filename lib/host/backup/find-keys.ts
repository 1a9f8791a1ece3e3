import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Keyring } from "@/lib/host/backup/lock-keys";
import { StartError } from "@/lib/host/start-error";
import { keyFingerprints } from "@/lib/store/sealing";

function readSecret(dataDir: string, name: string): string | null {
  try {
    return readFileSync(join(dataDir, "secrets", name), "utf8").trim() || null;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new StartError("secrets_unusable", { file: "secrets" }, { cause });
  }
}

type Given = { AUTH_SECRET?: string | undefined; ENCRYPTION_KEYS?: string | undefined };

/** The keys a start on this data would use; null where it would have to make new ones. */
export function findKeys(dataDir: string, given: Given): Keyring | null {
  const encryptionKeys = given.ENCRYPTION_KEYS ?? readSecret(dataDir, "encryption-keys");
  const authSecret = given.AUTH_SECRET ?? readSecret(dataDir, "auth-secret");
  return encryptionKeys === null ? null : { authSecret, encryptionKeys };
}

/** Whether these keys open what lies in a database that was sealed under that one. */
export function opens(keys: Pick<Keyring, "encryptionKeys">, sealedUnder: string): boolean {
  return keyFingerprints(keys.encryptionKeys).includes(sealedUnder);
}
