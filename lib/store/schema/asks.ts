import { integer, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Action } from "@/lib/domain/actions";
import type { LinkProblem, LinkState } from "@/lib/domain/records";
import type { StoredTerms } from "@/lib/store/schema/approvals";
import { instant, json, text } from "@/lib/store/schema/columns";
import { connections } from "@/lib/store/schema/connections";
import { people } from "@/lib/store/schema/people";
import { workspaces } from "@/lib/store/schema/workspaces";

/**
 * `asked`: under way. `accepted`: an approval came of it; `done`: it happened at once. `unknown`: nobody saw the
 * answer; `answered`: found out since.
 */
export type AskState = "asked" | "accepted" | "done" | "refused" | "never_sent" | "unknown" | "answered";

const about = {
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  connectionId: uuid("connection_id")
    .notNull()
    .references(() => connections.id),
  action: text("action").$type<Action>().notNull(),
  subjectId: text("subject_id").notNull(),
  terms: json<StoredTerms>("terms"),
  agentName: text("agent_name"),
  agentReason: text("agent_reason"),
};

export const asks = pgTable("asks", {
  id: uuid("id").primaryKey(),
  ...about,
  askedAt: instant("asked_at").notNull(),
  begunAt: instant("begun_at").notNull().defaultNow(),
  kept: text("kept").$type<"stored" | "spooled">().notNull(),
  keeper: uuid("keeper").notNull(),
  state: text("state").$type<AskState>().notNull(),
  unknownSince: instant("unknown_since"),
  settledAt: instant("settled_at"),
  approvalId: text("approval_id"),
  subjectDueAt: instant("subject_due_at").defaultNow(),
  /** OpenTrain's answer from when it is safe until it is settled. */
  answer: json<Record<string, unknown>>("answer"),
  answeredAt: timestamp("answered_at", { withTimezone: true, mode: "date" }),
  settleTries: integer("settle_tries").notNull().default(0),
});

export type AskRow = typeof asks.$inferSelect;

export const blocked = pgTable("blocked", {
  id: uuid("id").primaryKey(),
  ...about,
  reason: text("reason").notNull(),
  firstAt: instant("first_at").notNull(),
  lastAt: instant("last_at").notNull(),
  times: integer("times").notNull(),
  link: text("link"),
  linkState: text("link_state").$type<LinkState>().notNull(),
  linkProblem: text("link_problem").$type<LinkProblem>(),
  dismissedAt: instant("dismissed_at"),
  dismissedBy: uuid("dismissed_by").references(() => people.id),
  liftedAt: instant("lifted_at"),
  subjectDueAt: instant("subject_due_at").defaultNow(),
});

export type BlockedRow = typeof blocked.$inferSelect;
