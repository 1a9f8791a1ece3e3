import { guardApprovalLink, isApprovalId } from "./links";
import { holdsSecret } from "./secrets";
import { withoutEnd } from "./without-end";

/**
 * Why something names no request. `not_a_link`: neither a link nor an id. `other_origin`: of another site.
 * `other_page`: of this site, and no request's. `odd_link`: written as OpenTrain writes none. `secret`: a token.
 */
export type ReferenceProblem = "not_a_link" | "other_origin" | "other_page" | "odd_link" | "secret";
export type ApprovalReference = { id: string } | { problem: ReferenceProblem };

/** An id alone: one word that could stand in a path. Ids are opaque, so no more is asked of them. */
const BARE_ID = /^[A-Za-z0-9_~-][A-Za-z0-9_.~-]*$/;

/** What a right one looks like, for whoever gave a wrong one. */
export function exampleOfReference(origin: string): string {
  return `${origin}/approvals/APPROVAL_ID`;
}

/**
 * What someone pasted: a link to an approval of this origin, or the id alone. Nothing is opened, and of a link
 * only the id is kept; so what apps hang behind it is passed over, and the rest has to pass the link guard.
 */
export function parseApprovalReference(text: string, origin: string): ApprovalReference {
  const pasted = withScheme(text.trim().replace(/^<(https?:.*)>$/i, "$1"), origin);
  if (holdsSecret(pasted)) return { problem: "secret" };
  if (BARE_ID.test(pasted) && isApprovalId(pasted)) return { id: pasted };
  if (!/^https?:\/\//i.test(pasted) || !URL.canParse(pasted)) return { problem: "not_a_link" };
  if (new URL(pasted).origin !== new URL(origin).origin) return { problem: "other_origin" };
  const link = withoutEnd(pasted.replace(/[?#].*$/s, ""), "/");
  const id = URL.canParse(link) ? idOf(new URL(link).pathname) : null;
  if (id === null) return { problem: "other_page" };
  return guardApprovalLink({ url: link, origin, id }).state === "ok" ? { id } : { problem: "odd_link" };
}

/** Browsers and chats leave it out. */
function withScheme(text: string, origin: string): string {
  const { host, protocol } = new URL(origin);
  return text.toLowerCase().startsWith(`${host}/`) ? `${protocol}//${text}` : text;
}

function idOf(pathname: string): string | null {
  const segment = /^\/approvals\/([^/]+)$/.exec(pathname)?.[1];
  if (segment === undefined) return null;
  try {
    const id = decodeURIComponent(segment);
    return isApprovalId(id) ? id : null;
  } catch {
    return null;
  }
}
