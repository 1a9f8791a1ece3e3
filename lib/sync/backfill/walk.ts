import type { Reader } from "@/lib/services/connections/open-reader";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";

/**
 * How many events a page of the feed has at most, and how many approvals are read before they are stored: so few
 * that whoever captures meanwhile waits about 100 ms for them.
 */
export type Sizes = { events: number; items: number };
export const usualSizes: Sizes = { events: 200, items: 100 };

/** One stretch of reading an account's history. */
export type Walk = { db: Db; connection: ConnectionRow; reader: Reader; clock: () => Date; sizes: Sizes };

/** Longer than any step takes: after it whoever was at it is taken for dead. */
const holdMs = 30_000;

export function holdFor(now: Date, ms = holdMs): Date {
  return new Date(now.getTime() + ms);
}
