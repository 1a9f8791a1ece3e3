import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, text, wholeNumber } from "@/lib/store/schema/columns";

export type CallerWay = "capture" | "recorder";
/** What came of a call: `asked` through the recorder, `passed` on by it; the rest by a capture key. */
export type CallOutcome = "listed" | "claimed" | "tested" | "asked" | "passed" | "refused";

export const callers = pgTable(
  "callers",
  {
    workspaceId: uuid("workspace_id").notNull(),
    way: text("way").$type<CallerWay>().notNull(),
    keyId: text("key_id").notNull(),
    agentName: text("agent_name").notNull(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
    calls: wholeNumber("calls").notNull(),
    outcome: text("outcome").$type<CallOutcome>().notNull(),
    why: text("why"),
    approvalId: text("approval_id"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.way, table.keyId, table.agentName] })],
);

/** Where a call came in that is nobody's: with a capture key, through the recorder, or at no address of ours. */
export type StrayDoor = "capture" | "recorder" | "address";

export const strayCalls = pgTable(
  "stray_calls",
  {
    door: text("door").$type<StrayDoor>().notNull(),
    why: text("why").notNull(),
    lastAt: instant("last_at").notNull(),
    calls: wholeNumber("calls").notNull(),
  },
  (table) => [primaryKey({ columns: [table.door, table.why] })],
);
