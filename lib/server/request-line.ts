import { isForAgents } from "@/lib/server/for-agents";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

// What stands in these places is OpenTrain's and opaque: its escapes stay within their segment.
const heldIds = /^\/(?:api\/)?(?:approvals|contracts|claims)\/[^/]/;
const leadsUp = /^(?:\.|%2e){1,2}$/i;

/**
 * Whether a path means one place to everybody who reads it: every escape is a character, and no segment leads
 * up, as it stands or, but for an id of OpenTrain's, unescaped. What is behind us resolves those, and would then
 * be where we did not look.
 */
export function isPlainPath(path: string): boolean {
  if (path.split("/").some((segment) => leadsUp.test(segment))) return false;
  try {
    const segments = decodeURIComponent(path).split(/[/\\]/);
    return heldIds.test(path) || !segments.some((segment) => segment === "." || segment === "..");
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
  if (!target || !/^\/(?!\/)[\x21-\x7e]*$/.test(target) || target.includes("#")) return null;
  const cut = target.indexOf("?");
  const [path, search] = cut < 0 ? [target, ""] : [target.slice(0, cut), target.slice(cut)];
  if (path.includes("\\")) return null;
  // Programs send it as it is, and what an agent asks OpenTrain is not ours to judge.
  return search.includes("\\") && !isForAgents(path) ? null : { path, search };
}
