import { sql } from "drizzle-orm";
import { boolean, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant, text, transactionId, wholeNumber } from "@/lib/store/schema/columns";

export type ChangeKind = "approval" | "contract" | "summary" | "claim" | "blocked" | "unanswered" | "capture";

/** Filled by triggers of the database itself. */
export const changes = pgTable("changes", {
  id: wholeNumber("id").primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: uuid("workspace_id").notNull(),
  madeIn: transactionId("made_in").notNull().default(sql`pg_current_xact_id()`),
  at: instant("at").notNull().defaultNow(),
  kind: text("kind").$type<ChangeKind>().notNull(),
  subjectId: text("subject_id"),
});

/** One row: since when the changes above are whole. */
export const changesKept = pgTable("changes_kept", {
  isOne: boolean("is_one").primaryKey().default(true),
  epoch: uuid("epoch").notNull().default(sql`gen_random_uuid()`),
  sweptTo: transactionId("swept_to").notNull().default(sql`'0'::xid8`),
});
