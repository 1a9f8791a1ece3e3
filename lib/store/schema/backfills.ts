import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, text } from "@/lib/store/schema/columns";
import { connections } from "@/lib/store/schema/connections";
import { workspaces } from "@/lib/store/schema/workspaces";

export type BackfillState = "running" | "finished" | "cancelled";

export const backfills = pgTable("backfills", {
  connectionId: uuid("connection_id")
    .primaryKey()
    .references(() => connections.id),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  run: uuid("run").notNull(),
  state: text("state").$type<BackfillState>().notNull(),
  cursor: text("cursor"),
  collectedAt: instant("collected_at"),
  eventsRead: integer("events_read").notNull().default(0),
  found: integer("found").notNull().default(0),
  read: integer("read").notNull().default(0),
  hidden: integer("hidden").notNull().default(0),
  unreadable: integer("unreadable").notNull().default(0),
  problem: text("problem"),
  failures: integer("failures").notNull().default(0),
  startedAt: instant("started_at").notNull(),
  endedAt: instant("ended_at"),
  heldUntil: instant("held_until"),
});

export type BackfillRow = typeof backfills.$inferSelect;

export const backfillItems = pgTable(
  "backfill_items",
  {
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => backfills.connectionId),
    approvalId: text("approval_id").notNull(),
    place: integer("place").notNull(),
    tries: integer("tries").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.approvalId] })],
);
