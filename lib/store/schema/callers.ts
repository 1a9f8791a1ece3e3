import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, text, wholeNumber } from "@/lib/store/schema/columns";

export type CallerWay = "capture" | "recorder";
/**
 * What came of a call. By a capture key: `listed`, `claimed`, `tested`. Through the recorder: `asked` and
 * `not_taken` of the four a human must confirm, `read`, any other that `passed`, and what OpenTrain left
 * `unanswered`. `refused`: turned away by us, at either door.
 */
export type CallOutcome =
  | "listed"
  | "claimed"
  | "tested"
  | "asked"
  | "not_taken"
  | "unanswered"
  | "read"
  | "passed"
  | "refused";

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

/** How often what came of a caller's calls, by the hour; what is older than a day is forgotten. */
export const callerHours = pgTable(
  "caller_hours",
  {
    workspaceId: uuid("workspace_id").notNull(),
    way: text("way").$type<CallerWay>().notNull(),
    keyId: text("key_id").notNull(),
    agentName: text("agent_name").notNull(),
    hour: instant("hour").notNull(),
    outcome: text("outcome").$type<CallOutcome>().notNull(),
    calls: wholeNumber("calls").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.workspaceId, table.way, table.keyId, table.agentName, table.hour, table.outcome],
    }),
  ],
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
