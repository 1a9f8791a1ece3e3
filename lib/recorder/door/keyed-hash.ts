import { createHmac, hkdfSync } from "node:crypto";

/** Knows a secret again without keeping it. The key comes of ENCRYPTION_KEYS and is used for nothing else. */
export function keyedHash(encryptionKeys: string): (text: string) => string {
  const key = Buffer.from(hkdfSync("sha256", encryptionKeys, "", "countersign recorder token hash", 32));
  return (text) => createHmac("sha256", key).update(text).digest("base64");
}
