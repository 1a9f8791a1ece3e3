import type { QueryKey } from "@tanstack/react-query";
import type { LiveEvent } from "../types";

/** What a page asks for, by the first word of its key, that shows something of each kind. */
const shownBy: Record<LiveEvent["kind"], readonly string[]> = {
  approval: ["approvals", "contracts", "summary"],
  contract: ["contracts", "approvals"],
  summary: ["summary"],
  claim: ["claims", "summary"],
  blocked: ["blocked", "summary"],
  unanswered: ["unanswered", "summary"],
  capture: ["capture"],
};

export const everything = Object.keys(shownBy).map((kind) => ({ kind, id: null })) as LiveEvent[];

type Asked = { queryKey: QueryKey; state: { data: unknown } };

/** Whether what was asked under that key may read otherwise now. */
export function touches({ kind, id }: LiveEvent, { queryKey, state }: Asked): boolean {
  const [what, part, which] = queryKey;
  if (typeof what !== "string" || !shownBy[kind].includes(what)) return false;
  if (id === null) return true;
  if (kind === "approval" && what === "approvals") {
    // A further page of what is settled holds what it holds; something new comes in on the first.
    return part === "detail" ? which === id : !isFurtherPage(which) || holds(state.data, id);
  }
  if (kind === "contract" && part === "detail" && what === "contracts") return which === id;
  if (kind === "contract" && what === "approvals") {
    return part === "detail" && holds(state.data, id);
  }
  return true;
}

function holds(data: unknown, id: string): boolean {
  return JSON.stringify(data ?? null).includes(JSON.stringify(id));
}

function isFurtherPage(which: unknown): boolean {
  return typeof which === "object" && which !== null && "cursor" in which && typeof which.cursor === "string";
}
