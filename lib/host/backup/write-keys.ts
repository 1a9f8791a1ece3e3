import { chmodSync, closeSync, existsSync, fsyncSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Keyring } from "@/lib/host/backup/lock-keys";
import { makeFolder } from "@/lib/host/make-folder";

function writeSecret(file: string, value: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, `${value}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(file, 0o600);
}

/** Where the next start looks for them. What it gives back takes them away again, and leaves what was there. */
export function writeKeys(dataDir: string, { authSecret, encryptionKeys }: Keyring): () => void {
  const folder = join(dataDir, "secrets");
  const wasThere = existsSync(folder);
  const written: string[] = [];
  const undo = () => {
    for (const file of written) rmSync(file, { force: true });
    if (!wasThere && existsSync(folder)) rmdirSync(folder);
  };
  const write = (name: string, value: string) => {
    const file = join(folder, name);
    if (!existsSync(file)) written.push(file);
    writeSecret(file, value);
  };
  try {
    makeFolder(folder, 0o700);
    write("encryption-keys", encryptionKeys);
    if (authSecret !== null) write("auth-secret", authSecret);
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}
