import { hashKey, type Query, type QueryClient } from "@tanstack/react-query";
import { summaryKeys } from "../queries/summary";
import type { LiveEvent } from "../types";
import { touches } from "./touches";

/** Asked less recently, a query is asked at once; what comes sooner after that comes together. */
const gatherMs = 150;
/** A page nobody looks at keeps the number in its title; the rest waits until it is seen. */
const unseenMs = 10_000;
/** What a page asked for when something changed may come after it was told, and be from before. */
const crossingMs = 5_000;

const inTitle = hashKey(summaryKeys.all);
const keyOf = ({ kind, id }: LiveEvent) => `${kind} ${id ?? ""}`;

/** Asks again for what changed and is shown: each query on its own, and never twice at a time. */
export function refresher(client: QueryClient, isHidden = () => document.hidden) {
  const wanted = new Set<Query>();
  const askedAt = new WeakMap<Query, number>();
  const recent = new Map<string, { event: LiveEvent; at: number }>();
  const cache = client.getQueryCache();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for what may be asked for now. One that is being answered is come back to when it is. */
  function ask(): void {
    clearTimeout(timer);
    const now = Date.now();
    let next = Number.POSITIVE_INFINITY;
    for (const query of wanted) {
      if (query.state.fetchStatus !== "idle" || (isHidden() && query.queryHash !== inTitle)) continue;
      const due = (askedAt.get(query) ?? Number.NEGATIVE_INFINITY) + (isHidden() ? unseenMs : gatherMs);
      if (due > now) {
        next = Math.min(next, due);
        continue;
      }
      wanted.delete(query);
      askedAt.set(query, now);
      void client.invalidateQueries({ predicate: (one) => one === query });
    }
    if (Number.isFinite(next)) timer = setTimeout(ask, next - now);
  }

  function tell(events: readonly LiveEvent[]): void {
    for (const event of events) recent.set(keyOf(event), { event, at: Date.now() });
    for (const query of cache.getAll()) {
      if (!wanted.has(query) && events.some((event) => touches(event, query))) wanted.add(query);
    }
    ask();
  }

  function isFromBefore(query: Query): boolean {
    for (const [key, { at }] of recent) if (Date.now() - at > crossingMs) recent.delete(key);
    return [...recent.values()].some(({ event }) => touches(event, query));
  }

  const stopWatching = cache.subscribe((change) => {
    const { type, query } = change;
    if (type === "removed") wanted.delete(query);
    const isDrawn = type === "added" || (type === "updated" && change.action.type === "setState");
    if (isDrawn && query.state.data !== undefined && isFromBefore(query)) wanted.add(query);
    if (wanted.has(query) && query.state.fetchStatus === "idle") ask();
  });

  return {
    tell,
    /** The page is seen again. */
    look: ask,
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}
