import { createHash, randomBytes } from "node:crypto";

/** 256 bits that no one can guess, in characters an address bar leaves alone. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Such a secret needs no salt and no slow hash: there is nothing to guess from. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
