/** The history's own calls, which the router follows without asking anybody. */
export function goHere(href: string, how: "push" | "replace"): void {
  const here = `${window.location.pathname}${window.location.search}`;
  if (how === "push" && href !== here) window.history.pushState(null, "", href);
  else window.history.replaceState(null, "", href);
}

/** Whether an address is of the list or of a request in it: both are here already, side by side. */
export function isOfInbox(href: string): boolean {
  const { pathname } = new URL(href, window.location.href);
  return pathname === "/" || /^\/approvals\/[^/]+$/.test(pathname);
}
