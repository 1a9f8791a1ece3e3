/** Where this browser says it is. */
export function browserZone(): string | null {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || null;
}

/** For the next page, which the server draws before it can ask; for who has chosen a zone it says nothing. */
export function rememberZone(): void {
  const zone = browserZone();
  if (zone === null) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the store for it is not in every browser we support.
  document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
}
