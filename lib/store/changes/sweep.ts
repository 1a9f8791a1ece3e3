import { sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";

const mostKept = 200_000;

/** Forgets what is older, and of a flood all but the latest; and remembers up to where it forgot. */
export async function sweepChanges(db: Db, before: Date, most = mostKept): Promise<void> {
  await db.execute(sql`
    with gone as (
      delete from countersign.changes
      where at < ${before.toISOString()}::timestamptz
        or id <= (select max(id) from countersign.changes) - ${most}
      returning made_in
    ), latest as (select made_in from gone order by made_in desc limit 1)
    update countersign.changes_kept set swept_to = greatest(swept_to, latest.made_in) from latest`);
}
