import type { KeptList } from "./kept";
import type { Pass } from "./pass";

export type Sealed = { id: string; savedAt: number; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** Without the pass nobody reads it, and nobody changes it: not even whose it is, or from when. */
export async function seal(list: KeptList, pass: Pass): Promise<Sealed> {
  const { savedAt } = list;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: label(pass.id, savedAt) },
    await keyOf(pass, "encrypt"),
    new TextEncoder().encode(JSON.stringify(list)),
  );
  return { id: pass.id, savedAt, iv, data };
}

/** Null for what another session sealed, and for anything that is not as it was sealed. */
export async function unseal({ id, savedAt, iv, data }: Sealed, pass: Pass): Promise<KeptList | null> {
  if (id !== pass.id) return null;
  try {
    const text = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: label(id, savedAt) },
      await keyOf(pass, "decrypt"),
      data,
    );
    return JSON.parse(new TextDecoder().decode(text)) as KeptList;
  } catch {
    return null;
  }
}

function label(id: string, savedAt: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${id} ${savedAt}`);
}

function keyOf({ key }: Pass, use: KeyUsage): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, [use]);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
