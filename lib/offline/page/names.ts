import { kindOf } from "@/lib/domain/consequences";
import { visibleString } from "@/lib/domain/visible-text";
import type { KeptRow } from "../kept";
import type { View } from "./view";

/** Who and what in as few words as it can be said; `rest` is the other half, as it came. */
export function nameOf({ type, who, what }: KeptRow, { words }: View): { name: string; rest: string | null } {
  const shown = (text: string | null) => (text === null ? null : visibleString(text, 120));
  const kind = kindOf(type);
  switch (kind) {
    case "fund":
      return { name: words.rows.fund(shown(what)), rest: who };
    case "hire":
    case "release":
      return { name: words.rows[kind](shown(who)), rest: what };
    case "end":
      return { name: words.rows.end(), rest: who ?? what };
    default:
      return { name: words.rows.unknown(), rest: what ?? who };
  }
}
