/** Where a person without a session is sent, with the way back when it is a page of ours. */
export function signInPath(from: string | null): string {
  const next = safeNextPath(from);
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** A path on this origin and nothing else, whatever a link says. */
export function safeNextPath(given: string | null | undefined): string {
  if (!given || !/^\/(?![/\\])/.test(given) || given.length > 500) return "/";
  const base = "http://here.invalid";
  try {
    const url = new URL(given, base);
    if (url.origin !== base || /^\/(api|_next|sign-in)(\/|$)/.test(url.pathname)) return "/";
    url.searchParams.delete("_rsc");
    return `${url.pathname}${url.search}`;
  } catch {
    return "/";
  }
}
