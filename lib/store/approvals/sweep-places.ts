import { lt } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { formerPlaces } from "@/lib/store/schema";

/** How long a list may be paged through from its first page on. */
export const longestPagingMs = 24 * 60 * 60_000;
/** For a page that was being read, and for clocks that do not quite agree. */
const spareMs = 60 * 60_000;

/** Where rows stood is of no use once no cursor from before they moved is taken any more. */
export async function sweepPlaces(db: Db, now: Date): Promise<void> {
  await db
    .delete(formerPlaces)
    .where(lt(formerPlaces.at, new Date(now.getTime() - longestPagingMs - spareMs)));
}
