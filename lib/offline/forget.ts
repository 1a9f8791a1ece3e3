import { passCookie, shelfName } from "./names";

/** From here on nobody opens what was kept on this device: first the pass goes, then the list. */
export function forget(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store for it is not in every browser we support.
  document.cookie = `${passCookie}=; path=/; max-age=0; samesite=strict`;
  dropList();
}

/** The list alone: the pass there is now may be somebody else's. */
export function dropList(): void {
  try {
    indexedDB.deleteDatabase(shelfName);
  } catch {
    // Where nothing can be kept, nothing was.
  }
}
