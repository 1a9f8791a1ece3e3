import { chmodSync, closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Keyring } from "@/lib/host/backup/lock-keys";
import { makeFolder } from "@/lib/host/make-folder";

function writeSecret(folder: string, name: string, value: string): void {
  const file = join(folder, name);
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, `${value}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(file, 0o600);
}

/** Where the next start looks for them. */
export function writeKeys(dataDir: string, { authSecret, encryptionKeys }: Keyring): void {
  const folder = join(dataDir, "secrets");
  makeFolder(folder, 0o700);
  writeSecret(folder, "encryption-keys", encryptionKeys);
  if (authSecret !== null) writeSecret(folder, "auth-secret", authSecret);
}
