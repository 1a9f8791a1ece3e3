import { sql } from "drizzle-orm";
import type { Opened } from "@/lib/domain/records";

/** Who left for OpenTrain's page last before `approvals` was settled; beside each row of a list. */
export const lastOpened = sql`
  select events.at, people.name, people.email from events left join people on people.id::text = events.actor_id
  where events.workspace_id = approvals.workspace_id and events.kind = 'opened_to_confirm'
    and events.subject_kind = 'approval' and events.subject_id = approvals.id and events.at <= approvals.ended_at
  order by events.at desc, events.id desc limit 1`;

export const openedColumns = sql`extract(epoch from opened.at) * 1000 as opened_at,
  coalesce(opened.name, opened.email) as opened_by`;

export function readOpened(given: Record<string, unknown>): Opened | null {
  if (given.opened_at === null || given.opened_at === undefined) return null;
  const name = given.opened_by;
  return { name: typeof name === "string" ? name : null, at: new Date(Number(given.opened_at)) };
}
