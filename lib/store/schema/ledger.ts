import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, text, wholeNumber } from "@/lib/store/schema/columns";
import { workspaces } from "@/lib/store/schema/workspaces";

export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    id: text("id").notNull(),
    type: text("type"),
    amountCents: wholeNumber("amount_cents"),
    amountUnreadable: text("amount_unreadable"),
    createdAt: instant("created_at"),
    holdEntryId: text("hold_entry_id"),
    proposalId: text("proposal_id"),
    contractId: text("contract_id"),
    milestoneId: text("milestone_id"),
    topUpId: text("top_up_id"),
    note: text("note"),
    readAt: instant("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export type LedgerRow = typeof ledgerEntries.$inferSelect;
