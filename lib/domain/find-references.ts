import { type ApprovalReference, parseApprovalReference, type ReferenceProblem } from "./approval-reference";
import { withoutEnd } from "./without-end";

/** A piece of what somebody pasted, and what it names. `leadsTo`: where a link of another site would go. */
export type FoundReference = { text: string } & (
  | { id: string }
  | { problem: ReferenceProblem; leadsTo: string | null }
);

/** No scheme is as long: looked for without an end, a line of dots would be looked through from each of them. */
const LINKS = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s<>"]+/gi;
/** As OpenTrain's examples have them; in a sentence any other word may be anything. */
const IDS_IN_WORDS = /(?<![\w/\\.~-])appr?_[A-Za-z0-9_~-]+/g;
/** A greeting on a line of its own is no id, though ids are opaque. */
const MERE_WORD = /^[A-Za-z]{1,15}$/;

/**
 * Links and ids in what a person pasted: a list of them, or a message they stand in. Each line gives at least
 * one piece, so that whoever pasted it is told of every line.
 */
export function findReferences(
  text: string,
  { origin, own }: { origin: string; own: string },
): FoundReference[] {
  return text.split(/\r?\n/).flatMap((written) => {
    const line = written.trim();
    return line === "" ? [] : findInLine(line, origin, own);
  });
}

function findInLine(line: string, origin: string, own: string): FoundReference[] {
  const alone = clean(line);
  const whole = parse(alone, origin, own);
  if ("id" in whole && !MERE_WORD.test(alone)) return [{ text: line, id: whole.id }];
  const { host } = new URL(origin);
  const spoken = new RegExp(`(?<![\\w/.@-])${escaped(host)}/[^\\s<>"]+`, "gi");
  const links = (line.match(LINKS) ?? []).map(clean);
  const rest = line.replace(LINKS, " ");
  const more = [...(rest.match(spoken) ?? []), ...(rest.replace(spoken, " ").match(IDS_IN_WORDS) ?? [])];
  const found = [...links, ...more.map(clean)].map((piece) => named(piece, parse(piece, origin, own)));
  if (found.length > 0) return found;
  return [named(line, "problem" in whole ? whole : { problem: "not_a_link" })];
}

/** The page of a request in this very inbox names it as well as OpenTrain's does. */
function parse(piece: string, origin: string, own: string): ApprovalReference {
  const theirs = parseApprovalReference(piece, origin);
  if ("id" in theirs || theirs.problem !== "other_origin") return theirs;
  const ours = parseApprovalReference(piece, own);
  return "id" in ours ? ours : theirs;
}

function named(text: string, reference: ApprovalReference): FoundReference {
  if ("id" in reference) return { text, id: reference.id };
  const { problem } = reference;
  const isElsewhere = problem === "other_origin" && URL.canParse(text);
  return { text, problem, leadsTo: isElsewhere ? new URL(text).origin : null };
}

const BEFORE = /^[<([*_"'“‘«]+(?=\w)/;
const AFTER = ".,;:!?*\"'’”»>]";

/** What a sentence or its markup puts around a link, and no id ends with. */
function clean(piece: string): string {
  const bare = withoutEnd(piece.replace(BEFORE, ""), AFTER);
  return bare.includes("(") ? bare : withoutEnd(bare, `${AFTER})`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
