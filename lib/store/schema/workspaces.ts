import { pgTable, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, text } from "@/lib/store/schema/columns";

export type WorkspaceKind = "none" | "sandbox" | "real";

export const workspaces = pgTable("workspaces", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  accountKey: text("account_key"),
  kind: text("kind").$type<WorkspaceKind>().notNull(),
  createdAt: instant("created_at").notNull(),
  closedAt: instant("closed_at"),
  movedTo: uuid("moved_to"),
});

export type CaptureKeySource = "generated" | "environment" | "settings" | "sandbox";

export const captureKeys = pgTable("capture_keys", {
  id: uuid("id").primaryKey(),
  workspaceId: uuid("workspace_id").references(() => workspaces.id),
  label: text("label").notNull(),
  source: text("source").$type<CaptureKeySource>().notNull(),
  secretHash: bytes("secret_hash").notNull(),
  sealed: bytes("sealed"),
  shownAt: instant("shown_at"),
  createdAt: instant("created_at").notNull(),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
});
