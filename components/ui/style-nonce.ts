/**
 * The page's policy lets in only styles that bear its nonce. The one our primitives bring, which keeps the page
 * behind a dialog still, asks for it under this name before it writes.
 */
export function allowStyles(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
