const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

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
