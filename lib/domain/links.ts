import type { LinkProblem, LinkState } from "./records";

/** `found` and `expected` say the difference; `found` is foreign text, to be shown inert. */
export type GuardedLink = {
  state: LinkState;
  problem: LinkProblem | null;
  found: string | null;
  expected: string | null;
};

const MISSING: GuardedLink = { state: "missing", problem: null, found: null, expected: null };
const OK: GuardedLink = { state: "ok", problem: null, found: null, expected: null };

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
    return quarantined("path", path, paths[0] ?? "/approvals/");
  }
  if (written.path !== path) {
    return quarantined("query_or_fragment", written.path.slice(path.length), "");
  }
  return OK;
}

/** Any other link OpenTrain gives (billing, claim): at least of the connection's origin. */
export function guardOriginLink(input: { url: string | null; origin: string }): GuardedLink {
  if (input.url === null || input.url === "") return MISSING;
  const parsed = guardAuthority(input.url, input.origin);
  return "state" in parsed ? parsed : OK;
}

/** The id of an approval can be any text but one that would leave its place in the path. */
export function isApprovalId(id: string): boolean {
  return id.length > 0 && id.length <= 200 && id !== "." && id !== ".." && !UNWRITABLE.test(id);
}
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

function guardAuthority(
  raw: string,
  originText: string,
): GuardedLink | { url: URL; written: { authority: string; path: string } } {
  const origin = new URL(originText);
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url === null) return quarantined("not_a_url", raw, origin.origin);
  if (url.protocol !== origin.protocol) return quarantined("scheme", url.protocol, origin.protocol);
  if (url.hostname !== origin.hostname) return quarantined("host", url.hostname, origin.hostname);
  if (url.port !== origin.port) return quarantined("port", portOf(url), portOf(origin));
  if (url.username !== "" || url.password !== "") return quarantined("user_info", `${url.username}@`, "");
  if (ODD_CHARACTER.test(raw)) return quarantined("odd_characters", raw, "");
  const written = splitWritten(raw);
  if (written === null) return quarantined("not_a_url", raw, origin.origin);
  if (written.authority.includes("@")) return quarantined("user_info", written.authority, origin.host);
  // Same host to a browser, written otherwise: decimal, octal or hexadecimal addresses.
  const [host, port] = splitPort(written.authority);
  if (host.toLowerCase() !== origin.hostname) return quarantined("host", host, origin.hostname);
  if (written.authority.endsWith(":") || (port !== "" && port !== portOf(origin)))
    return quarantined("port", port, portOf(origin));
  return { url, written };
}

function quarantined(problem: LinkProblem, found: string, expected: string): GuardedLink {
  return { state: "quarantined", problem, found: found.slice(0, 200), expected };
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
