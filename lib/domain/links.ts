import type { LinkProblem, LinkState } from "./records";
import { holdsSecret } from "./secrets";

export type GuardedLink = { state: LinkState; problem: LinkProblem | null };

const MISSING: GuardedLink = { state: "missing", problem: null };
const OK: GuardedLink = { state: "ok", problem: null };

/** What neither a well-made link holds nor a person can tell apart: it is refused before it is compared. */
const ODD_CHARACTER = /[^\x21-\x7e]|[\\<>"`{}|^]/;

/** A link as it was written and as a browser reads it, beside what it should be. */
type Seen = {
  raw: string;
  url: URL;
  origin: URL;
  /** Null when no browser would find an authority where it must stand. */
  written: { authority: string; path: string } | null;
  paths: string[];
};

type Rule = { problem: LinkProblem; isBroken: (seen: Seen) => boolean };

const authorityRules = {
  scheme: { problem: "scheme", isBroken: ({ url, origin }) => url.protocol !== origin.protocol },
  host: { problem: "host", isBroken: ({ url, origin }) => url.hostname !== origin.hostname },
  port: { problem: "port", isBroken: ({ url, origin }) => url.port !== origin.port },
  odd_characters: { problem: "odd_characters", isBroken: ({ raw }) => ODD_CHARACTER.test(raw) },
  written_authority: { problem: "not_a_url", isBroken: ({ written }) => written === null },
  user_info: { problem: "user_info", isBroken: ({ written }) => written?.authority.includes("@") === true },
  // Same host to a browser, written otherwise: decimal, octal or hexadecimal addresses.
  written_host: {
    problem: "host",
    isBroken: ({ written, origin }) =>
      written !== null && splitPort(written.authority)[0].toLowerCase() !== origin.hostname,
  },
  written_port: {
    problem: "port",
    isBroken: ({ written, origin }) => written !== null && !isPortOf(written.authority, origin),
  },
} as const satisfies Record<string, Rule>;

const pathRules = {
  written_path: {
    problem: "path",
    isBroken: ({ written, paths }) =>
      written !== null && !paths.includes(written.path.split(/[?#]/, 1)[0] ?? ""),
  },
  path: { problem: "path", isBroken: ({ url, paths }) => !paths.includes(url.pathname) },
  query_or_fragment: {
    problem: "query_or_fragment",
    isBroken: ({ raw }) => /[?#]/.test(raw),
  },
} as const satisfies Record<string, Rule>;

/** One after the other; the first that is broken names the problem. */
export const LINK_RULES = { ...authorityRules, ...pathRules };
export type LinkRule = keyof typeof LINK_RULES;

type Given = { url: string | null; origin: string; id: string };

/**
 * Compares what a browser would open with the one address an approval may have. Stricter than the browser
 * where that would mend a link: whatever needs mending was not made by OpenTrain.
 */
export function guardApprovalLink(input: Given): GuardedLink {
  return judgeLink(input, approvalPaths(input.id), Object.values(LINK_RULES));
}

/** Any other link OpenTrain gives (billing, claim): at least of the connection's origin. */
export function guardOriginLink(input: { url: string | null; origin: string }): GuardedLink {
  return judgeLink(input, [], Object.values(authorityRules));
}

/** The guard with some of its rules taken out: for tests, which see that each is needed. */
export function guardWithout(input: Given, without: readonly LinkRule[]): GuardedLink {
  const names = Object.keys(LINK_RULES) as LinkRule[];
  const left = names.filter((name) => !without.includes(name)).map((name) => LINK_RULES[name]);
  return judgeLink(input, approvalPaths(input.id), left);
}

function judgeLink(
  { url: raw, origin }: { url: string | null; origin: string },
  paths: string[],
  rules: readonly Rule[],
): GuardedLink {
  if (raw === null || raw === "") return MISSING;
  if (!URL.canParse(raw)) return quarantined("not_a_url");
  const seen = { raw, url: new URL(raw), origin: new URL(origin), written: splitWritten(raw), paths };
  const broken = rules.find((rule) => rule.isBroken(seen));
  return broken ? quarantined(broken.problem) : OK;
}

/** Ids are opaque and no length is documented; longer ones than this are taken for rubbish. */
export const LONGEST_ID = 500;

/** The id of an approval can be any text but one that would leave its place in the path. */
export function isApprovalId(id: string): boolean {
  if (id.length === 0 || id.length > LONGEST_ID || id === "." || id === "..") return false;
  return !UNWRITABLE.test(id) && !holdsSecret(id);
}
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

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

/** A port that is written must be the one, and written as it is. */
function isPortOf(authority: string, origin: URL): boolean {
  const [, port] = splitPort(authority);
  return !authority.endsWith(":") && (port === "" || port === portOf(origin));
}

function portOf(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}
