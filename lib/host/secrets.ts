import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "@/lib/host/make-folder";
import { StartError } from "@/lib/host/start-error";

export type Secrets = { authSecret: string; encryptionKeys: string; agentCaptureKey: string };

// Whole on disk under another name first: a secret that is half written would seal things nobody can open.
function writeOnce(file: string, content: string): void {
  const making = `${file}.${process.pid}`;
  const descriptor = openSync(making, "wx", 0o600);
  try {
    writeSync(descriptor, `${content}\n`);
    fsyncSync(descriptor);
    linkSync(making, file);
  } catch (error) {
    // A second process on the same folder may have been faster; its secret counts.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    closeSync(descriptor);
    rmSync(making, { force: true });
  }
}

function readOrMake(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  writeOnce(file, randomBytes(32).toString("base64url"));
  return readFileSync(file, "utf8").trim();
}

/** From the environment where it has them, else from DATA_DIR/secrets, made at the first start. */
export function readSecrets(
  dataDir: string,
  given: { AUTH_SECRET?: string | undefined; ENCRYPTION_KEYS?: string | undefined },
): Secrets {
  const folder = join(dataDir, "secrets");
  try {
    makeFolder(folder, 0o700);
    return {
      authSecret: given.AUTH_SECRET ?? readOrMake(folder, "auth-secret"),
      encryptionKeys: given.ENCRYPTION_KEYS ?? readOrMake(folder, "encryption-keys"),
      agentCaptureKey: readOrMake(folder, "agent-capture-key"),
    };
  } catch (cause) {
    throw new StartError("secrets_unusable", { file: "secrets" }, { cause });
  }
}
