import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { bytes, instant, json, text } from "@/lib/store/schema/columns";

export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: json<unknown>("value").notNull(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

export const throttleCounts = pgTable(
  "throttle_counts",
  {
    subject: text("subject").notNull(),
    windowStart: instant("window_start").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.windowStart] })],
);

export const callBudgets = pgTable("call_budgets", {
  fingerprint: bytes("fingerprint").primaryKey(),
  nextAt: instant("next_at").notNull(),
});

export const heartbeats = pgTable("heartbeats", {
  name: text("name").primaryKey(),
  at: instant("at").notNull(),
});
