import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

// format byte, key id, nonce, tag, then the sealed text
const format = 1;
const keyIdLength = 8;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + keyIdLength + nonceLength + tagLength;

type SealingKey = { id: Buffer; key: Buffer };

/** Something sealed under a key we were not given, or changed since. */
export class SealingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SealingError";
  }
}

/** `keys` is ENCRYPTION_KEYS: comma-separated, newest first. The newest seals, any of them unseals. */
export function seal(plain: string, keys: string): Buffer {
  const newest = sealingKeys(keys)[0];
  if (!newest) throw new SealingError("no encryption key");
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", newest.key, nonce);
  const head = Buffer.concat([Buffer.of(format), newest.id]);
  cipher.setAAD(head);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

export function unseal(sealed: Buffer, keys: string): string {
  if (sealed.length < headLength || sealed[0] !== format) throw new SealingError("not sealed by us");
  const head = sealed.subarray(0, 1 + keyIdLength);
  const found = sealingKeys(keys).find(({ id }) => id.equals(head.subarray(1)));
  if (!found) throw new SealingError("sealed under a key that was not given");
  const nonce = sealed.subarray(head.length, head.length + nonceLength);
  const tag = sealed.subarray(head.length + nonceLength, headLength);
  const decipher = createDecipheriv("aes-256-gcm", found.key, nonce, { authTagLength: tagLength });
  decipher.setAAD(head);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]).toString("utf8");
  } catch {
    throw new SealingError("changed since it was sealed");
  }
}

/** Tells keys apart without telling them; newest first. */
export function keyFingerprints(keys: string): string[] {
  return sealingKeys(keys).map(({ id }) => id.toString("hex"));
}

/** The same for a secret that signs. */
export function secretFingerprint(secret: string): string {
  return derive(secret, "countersign auth secret id", keyIdLength).toString("hex");
}

function sealingKeys(keys: string): SealingKey[] {
  return keys
    .split(",")
    .map((key) => key.trim())
    .filter((key) => key !== "")
    .map((key) => ({
      id: derive(key, "countersign sealing key id", keyIdLength),
      key: derive(key, "countersign sealing key", 32),
    }));
}

function derive(key: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, length));
}
