import { guardApprovalLink, isApprovalId } from "./links";

export type ApprovalReference = { id: string } | { problem: "not_a_link" | "other_origin" };

/** An id alone: one word that could stand in a path. Ids are opaque, so no more is asked of them. */
const BARE_ID = /^[A-Za-z0-9_~-][A-Za-z0-9_.~-]*$/;

/** What a right one looks like, for whoever gave a wrong one. */
export function exampleOfReference(origin: string): string {
  return `${origin}/approvals/APPROVAL_ID`;
}

/** What someone pasted: a link to an approval of this origin, or the id alone. Nothing is opened. */
export function parseApprovalReference(text: string, origin: string): ApprovalReference {
  const pasted = text.trim().replace(/^<(https?:.*)>$/i, "$1");
  if (BARE_ID.test(pasted) && isApprovalId(pasted)) return { id: pasted };
  if (!/^https?:\/\//i.test(pasted) || !URL.canParse(pasted)) return { problem: "not_a_link" };
  const url = new URL(pasted);
  if (url.origin !== new URL(origin).origin) return { problem: "other_origin" };
  const id = idOf(url.pathname);
  const isOk = id !== null && guardApprovalLink({ url: pasted, origin, id }).state === "ok";
  return isOk ? { id } : { problem: "not_a_link" };
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
