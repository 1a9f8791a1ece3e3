import { pgTable, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/domain/records";
import { bytes, instant, text } from "@/lib/store/schema/columns";
import { people } from "@/lib/store/schema/people";
import { workspaces } from "@/lib/store/schema/workspaces";

export const invitations = pgTable("invitations", {
  id: uuid("id").primaryKey(),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  role: text("role").$type<Exclude<Role, "owner">>().notNull(),
  label: text("label"),
  secretHash: bytes("secret_hash").notNull(),
  personId: uuid("person_id").references(() => people.id),
  createdBy: uuid("created_by")
    .notNull()
    .references(() => people.id),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  acceptedAt: instant("accepted_at"),
  acceptedBy: uuid("accepted_by").references(() => people.id),
  revokedAt: instant("revoked_at"),
});
