import { sql } from "drizzle-orm";
import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, text, transactionId, wholeNumber } from "@/lib/store/schema/columns";

/** Written by the database itself, when an approval moves in some order. */
export const formerPlaces = pgTable("former_places", {
  number: wholeNumber("number").primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: uuid("workspace_id").notNull(),
  id: text("id").notNull(),
  replacedIn: transactionId("replaced_in").notNull().default(sql`pg_current_xact_id()`),
  at: instant("at").notNull().defaultNow(),
  expiresAt: instant("expires_at"),
  endedAt: instant("ended_at"),
  createdAt: instant("created_at"),
  totalCents: wholeNumber("total_cents"),
});

/** What an approval can be found by; written by the database itself. */
export const approvalWords = pgTable(
  "approval_words",
  { workspaceId: uuid("workspace_id").notNull(), id: text("id").notNull(), words: text("words").notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
