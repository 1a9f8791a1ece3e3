import type { LinkProblem, LinkState } from "./records";
import { holdsSecret } from "./secrets";

export type GuardedLink = { state: LinkState; problem: LinkProblem | null };

const MISSING: GuardedLink = { state: "missing", problem: null };
const OK: GuardedLink = { state: "ok", problem: null };

/** What neither a well-made link holds nor a person can tell apart: it is refused before it is compared. */
const ODD_CHARACTER = /[^\x21-\x7e]|[\\<>"`{}|^]/;

/**
 * Compares what a browser would open with the one address an approval may have. Stricter than the browser
 * where that would mend a link: whatever needs mending was not made by OpenTrain.
 */
export function guardApprovalLink(input: { url: string | null; origin: string; id: string }): GuardedLink {
  if (input.url === null || input.url === "") return MISSING;
  const parsed = guardAuthority(input.url, input.origin);
  if ("state" in parsed) return parsed;
  const { url, written } = parsed;
  const paths = approvalPaths(input.id);
  const path = written.path.split(/[?#]/, 1)[0] ?? "";
  if (!paths.includes(path) || !paths.includes(url.pathname)) {
    return quarantined("path");
  }
  if (written.path !== path) {
    return quarantined("query_or_fragment");
  }
  return OK;
}

/** Any other link OpenTrain gives (billing, claim): at least of the connection's origin. */
export function guardOriginLink(input: { url: string | null; origin: string }): GuardedLink {
  if (input.url === null || input.url === "") return MISSING;
  const parsed = guardAuthority(input.url, input.origin);
  return "state" in parsed ? parsed : OK;
}

/** Ids are opaque and no length is documented; longer ones than this are taken for rubbish. */
export const LONGEST_ID = 500;

/** The id of an approval can be any text but one that would leave its place in the path. */
export function isApprovalId(id: string): boolean {
  if (id.length === 0 || id.length > LONGEST_ID || id === "." || id === "..") return false;
  return !UNWRITABLE.test(id) && !holdsSecret(id);
}
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

function guardAuthority(
  raw: string,
  originText: string,
): GuardedLink | { url: URL; written: { authority: string; path: string } } {
  const origin = new URL(originText);
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url === null) return quarantined("not_a_url");
  if (url.protocol !== origin.protocol) return quarantined("scheme");
  if (url.hostname !== origin.hostname) return quarantined("host");
  if (url.port !== origin.port) return quarantined("port");
  if (ODD_CHARACTER.test(raw)) return quarantined("odd_characters");
  const written = splitWritten(raw);
  if (written === null) return quarantined("not_a_url");
  if (written.authority.includes("@")) return quarantined("user_info");
  // Same host to a browser, written otherwise: decimal, octal or hexadecimal addresses.
  const [host, port] = splitPort(written.authority);
  if (host.toLowerCase() !== origin.hostname) return quarantined("host");
  if (written.authority.endsWith(":") || (port !== "" && port !== portOf(origin))) return quarantined("port");
  return { url, written };
}

function quarantined(problem: LinkProblem): GuardedLink {
  return { state: "quarantined", problem };
}

/** The part of a quarantined link that is wrong: foreign text, to be shown inert. */
export function linkDifference(problem: LinkProblem, link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null) return link;
  switch (problem) {
    case "scheme":
      return url.protocol;
    case "host": {
      const written = splitPort(splitWritten(link)?.authority.replace(/^.*@/, "") ?? "")[0];
      return written.toLowerCase() === url.hostname ? url.hostname : `${url.hostname} (${written})`;
    }
    case "port":
      return portOf(url);
    case "user_info":
      return `${url.username}@`;
    case "path":
      return splitWritten(link)?.path || link;
    case "query_or_fragment":
      return `${url.search}${url.hash}` || link;
    default:
      return link;
  }
}

/** The two ways a path segment is encoded: everything that can be, or only what must be. */
function approvalPaths(id: string): string[] {
  if (!isApprovalId(id)) return [];
  const whole = encodeURIComponent(id);
  const least = whole.replace(/%(3A|40|26|3D|2B|24|2C|3B)/g, (code) => decodeURIComponent(code));
  return [`/approvals/${whole}`, `/approvals/${least}`];
}

function splitWritten(raw: string): { authority: string; path: string } | null {
  const match = /^[a-z]+:\/\/([^/?#]*)(.*)$/i.exec(raw);
  return match ? { authority: match[1] ?? "", path: match[2] ?? "" } : null;
}

function splitPort(authority: string): [string, string] {
  const match = /^(.*?)(?::(\d*))?$/.exec(authority);
  const isAddress = authority.endsWith("]");
  return isAddress ? [authority, ""] : [match?.[1] ?? authority, match?.[2] ?? ""];
}

function portOf(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}
