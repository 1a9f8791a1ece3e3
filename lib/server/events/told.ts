import type { Change } from "@/lib/services/changes/watch";

/** One event of the stream; without an id everything of that kind may have changed. */
export type Told = { kind: Change["kind"]; id: string | null };

const kinds: readonly Told["kind"][] = [
  "approval",
  "contract",
  "summary",
  "claim",
  "blocked",
  "unanswered",
  "capture",
];

/** Above that a page reads the whole kind sooner than each. */
const mostOfOneKind = 100;

export const everything: readonly Told[] = kinds.map((kind) => ({ kind, id: null }));

/** Each thing once, however often it changed. */
export function tellOnce(changes: readonly Pick<Change, "kind" | "id">[]): readonly Told[] {
  return kinds.flatMap((kind): Told[] => {
    const ids = new Set(changes.flatMap((change) => (change.kind === kind ? [change.id] : [])));
    if (ids.size === 0) return [];
    if (ids.has(null) || ids.size > mostOfOneKind) return [{ kind, id: null }];
    return [...ids].map((id) => ({ kind, id }));
  });
}
