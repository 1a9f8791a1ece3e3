import { boolean, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { EndStatus } from "@/lib/domain/standing";
import { instant, text } from "@/lib/store/schema/columns";
import { connections } from "@/lib/store/schema/connections";
import { workspaces } from "@/lib/store/schema/workspaces";

export const unseen = pgTable(
  "unseen",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    approvalId: text("approval_id").notNull(),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id),
    status: text("status").$type<EndStatus>(),
    settledAt: instant("settled_at").notNull(),
    isDue: boolean("is_due").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.approvalId] })],
);
