/** Shows an address from what is on the page already; false where its page has to be asked for. */
export type Shortcut = (href: string, how: "push" | "replace") => boolean;

let shortcut: Shortcut | null = null;

/** For as long as what it needs is there. Returns how to take it back. */
export function offerShortcut(offered: Shortcut): () => void {
  shortcut = offered;
  return () => {
    if (shortcut === offered) shortcut = null;
  };
}

export function goShort(href: string, how: "push" | "replace"): boolean {
  return shortcut?.(href, how) ?? false;
}
