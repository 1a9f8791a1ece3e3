const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Whether a path means one place to everybody who reads it: every escape is a character, and no segment, as it
 * stands or unescaped, leads up. What is behind us resolves those, and would then be where we did not look.
 */
export function isPlainPath(path: string): boolean {
  try {
    const segments = decodeURIComponent(path).split(/[/\\]/);
    return !segments.some((segment) => segment === "." || segment === "..");
  } catch {
    return false;
  }
}

/** Only origin-form targets with a method we know; everything else is somebody trying proxies or parsers. */
export function readRequestLine(
  method: string | undefined,
  target: string | undefined,
): { path: string; search: string } | null {
  if (!method || !methods.has(method)) return null;
  if (!target || !/^\/(?!\/)[\x21-\x7e]*$/.test(target) || /[\\#]/.test(target)) return null;
  const cut = target.indexOf("?");
  return cut < 0 ? { path: target, search: "" } : { path: target.slice(0, cut), search: target.slice(cut) };
}
