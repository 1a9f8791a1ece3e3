import { boolean, pgTable, uuid } from "drizzle-orm/pg-core";
import type { Preferences } from "@/lib/domain/preferences";
import type { Role } from "@/lib/domain/records";
import { bytes, instant, text } from "@/lib/store/schema/columns";
import { workspaces } from "@/lib/store/schema/workspaces";

export const people = pgTable("people", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull(),
  name: text("name"),
  passwordHash: text("password_hash").notNull(),
  timeZone: text("time_zone"),
  createdAt: instant("created_at").notNull(),
  locale: text("locale").$type<NonNullable<Preferences["locale"]>>(),
  theme: text("theme").$type<NonNullable<Preferences["theme"]>>(),
  singleKeys: boolean("single_keys").notNull().default(true),
  keepOffline: boolean("keep_offline").notNull().default(true),
  firstSteps: boolean("first_steps").notNull().default(true),
});

export const members = pgTable("members", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  role: text("role").$type<Role>().notNull(),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
});

export const sessions = pgTable("sessions", {
  id: uuid("id").primaryKey(),
  personId: uuid("person_id")
    .notNull()
    .references(() => people.id),
  createdAt: instant("created_at").notNull(),
  lastUsedAt: instant("last_used_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  userAgent: text("user_agent"),
  address: text("address"),
  revokedAt: instant("revoked_at"),
});

export type SetupLinkKind = "first_owner" | "further_owner" | "owner_reset";

export const setupLinks = pgTable("setup_links", {
  id: uuid("id").primaryKey(),
  kind: text("kind").$type<SetupLinkKind>().notNull(),
  secretHash: bytes("secret_hash").notNull(),
  personId: uuid("person_id").references(() => people.id),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  spentAt: instant("spent_at"),
});
