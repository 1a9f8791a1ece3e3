import { pgTable, uuid } from "drizzle-orm/pg-core";
import { instant, text } from "@/lib/store/schema/columns";
import { workspaces } from "@/lib/store/schema/workspaces";

/** Why something may have been missed for a time. */
export type GapWhy =
  | "feed_away"
  | "token_refused"
  | "worker_away"
  | "recorder_not_stored"
  | "database_away"
  | "disconnected";

export const watchGaps = pgTable("watch_gaps", {
  id: uuid("id").primaryKey(),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  source: text("source").notNull(),
  why: text("why").$type<GapWhy>().notNull(),
  fromAt: instant("from_at").notNull(),
  untilAt: instant("until_at"),
});
