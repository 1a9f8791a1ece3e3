import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from "node:crypto";
import { z } from "zod";
import { BackupError } from "@/lib/host/backup/backup-error";
import type { LockedKeys } from "@/lib/host/backup/format";

const keyring = z.strictObject({ authSecret: z.string().nullable(), encryptionKeys: z.string() });
/** What the inbox seals and signs with. */
export type Keyring = z.infer<typeof keyring>;

const purpose = Buffer.from("countersign backup keys");
const strength = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };

type Derived = { sealing: Buffer; proving: Buffer };

function derive(passphrase: string, given: LockedKeys["scrypt"]): Promise<Derived> {
  const { cost, blockSize, parallelization } = given;
  const options = { cost, blockSize, parallelization, maxmem: 2 * 128 * cost * blockSize };
  const salt = Buffer.from(given.salt, "base64");
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), salt, 64, options, (error, key) => {
      if (error) reject(error);
      else resolve({ sealing: key.subarray(0, 32), proving: key.subarray(32) });
    });
  });
}

/** Proves that a digest was written by somebody who knew the passphrase. */
export type Prove = (digest: string) => string;

function proving(key: Buffer): Prove {
  return (digest) => createHmac("sha256", key).update(digest).digest("hex");
}

/** The keys as only the passphrase opens them. */
export async function lockKeys(
  keys: Keyring,
  passphrase: string,
): Promise<{ locked: LockedKeys; prove: Prove }> {
  const settings = { ...strength, salt: randomBytes(16).toString("base64") };
  const derived = await derive(passphrase, settings);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived.sealing, nonce).setAAD(purpose);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(keys), "utf8"), cipher.final()]);
  const locked = {
    scrypt: settings,
    nonce: nonce.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    sealed: sealed.toString("base64"),
  };
  return { locked, prove: proving(derived.proving) };
}

export async function unlockKeys(
  locked: LockedKeys,
  passphrase: string,
): Promise<{ keys: Keyring; prove: Prove }> {
  const derived = await derive(passphrase, locked.scrypt);
  const from = (text: string) => Buffer.from(text, "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", derived.sealing, from(locked.nonce), {
      authTagLength: 16,
    });
    decipher.setAAD(purpose).setAuthTag(from(locked.tag));
    const plain = Buffer.concat([decipher.update(from(locked.sealed)), decipher.final()]).toString("utf8");
    return { keys: keyring.parse(JSON.parse(plain)), prove: proving(derived.proving) };
  } catch (cause) {
    throw new BackupError("wrong_passphrase", {}, { cause });
  }
}
