import { boolean, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, text } from "@/lib/store/schema/columns";
import { connections } from "@/lib/store/schema/connections";
import { workspaces } from "@/lib/store/schema/workspaces";

export const leases = pgTable("leases", {
  name: text("name").primaryKey(),
  holder: uuid("holder").notNull(),
  heldUntil: instant("held_until").notNull(),
  wanted: boolean("wanted").notNull().default(false),
});

/** Why OpenTrain does not tell us by itself; a code of the client's failures, or one of ours. */
export type WebhookProblem = string;

export const feeds = pgTable("feeds", {
  connectionId: uuid("connection_id")
    .primaryKey()
    .references(() => connections.id),
  presentAt: instant("present_at"),
  lookedAt: instant("looked_at"),
  readsAt: instant("reads_at"),
  webhookProblem: text("webhook_problem").$type<WebhookProblem>(),
  webhookTriedAt: instant("webhook_tried_at"),
  paymentsReadAt: instant("payments_read_at"),
  ledgerAskedAt: instant("ledger_asked_at"),
  ledgerReadAt: instant("ledger_read_at"),
  ledgerOlder: text("ledger_older"),
});

export const webhooks = pgTable("webhooks", {
  id: uuid("id").primaryKey(),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  connectionId: uuid("connection_id")
    .notNull()
    .references(() => connections.id),
  origin: text("origin").notNull(),
  url: text("url").notNull(),
  state: text("state").$type<"making" | "active" | "ending" | "ended">().notNull(),
  upstreamId: text("upstream_id"),
  sealed: bytes("sealed"),
  createdAt: instant("created_at").notNull(),
  checkedAt: instant("checked_at"),
  lastDeliveryAt: instant("last_delivery_at"),
  endedAt: instant("ended_at"),
});

export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    hook: text("hook").notNull(),
    id: text("id").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.hook, table.id] })],
);
