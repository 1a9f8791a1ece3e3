import type { QueryClient } from "@tanstack/react-query";
import { summaryKeys } from "../queries/summary";
import type { LiveEvent } from "../types";
import { touches } from "./touches";

const gatherMs = 60;
/** A page nobody looks at keeps the number in its title; the rest waits until it is seen. */
const unseenMs = 10_000;
/** What a page asked for when something changed may come after it was told, and be from before. */
const crossingMs = 5_000;

const keyOf = ({ kind, id }: LiveEvent) => `${kind} ${id ?? ""}`;

/** Asks again for what changed and is shown: once for what comes together, and never twice at a time. */
export function refresher(client: QueryClient, isHidden = () => document.hidden) {
  const pending = new Map<string, LiveEvent>();
  const recent = new Map<string, { event: LiveEvent; at: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let titleAt = 0;

  function plan(): void {
    if (isAsking || timer !== undefined || pending.size === 0) return;
    const inMs = isHidden() ? Math.max(gatherMs, titleAt + unseenMs - Date.now()) : gatherMs;
    timer = setTimeout(() => void ask(), inMs);
  }

  async function ask(): Promise<void> {
    timer = undefined;
    isAsking = true;
    const events = [...pending.values()];
    if (isHidden()) {
      titleAt = Date.now();
      const isCounted = events.some((event) =>
        touches(event, { queryKey: summaryKeys.all, state: { data: null } }),
      );
      if (isCounted) await client.invalidateQueries({ queryKey: summaryKeys.all, exact: true });
      isAsking = false;
      // What waits is the rest of the page; something new, or somebody who looks, comes back to it.
      return isHidden() ? undefined : plan();
    }
    pending.clear();
    await client.invalidateQueries({ predicate: (query) => events.some((event) => touches(event, query)) });
    isAsking = false;
    plan();
  }

  function tell(events: readonly LiveEvent[]): void {
    for (const event of events) {
      pending.set(keyOf(event), event);
      recent.set(keyOf(event), { event, at: Date.now() });
    }
    plan();
  }

  const stopWatching = client.getQueryCache().subscribe((change) => {
    const isDrawn =
      change.type === "added" || (change.type === "updated" && change.action.type === "setState");
    if (!isDrawn || change.query.state.data === undefined) return;
    for (const [key, { event, at }] of recent) {
      if (Date.now() - at > crossingMs) recent.delete(key);
      else if (touches(event, change.query)) pending.set(key, event);
    }
    plan();
  });

  return {
    tell,
    /** The page is seen again. */
    look() {
      if (isHidden() || pending.size === 0) return;
      clearTimeout(timer);
      timer = undefined;
      if (!isAsking) void ask();
    },
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}
