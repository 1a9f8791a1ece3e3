import { boolean, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type {
  CaptureWay,
  ClaimWhy,
  LinkProblem,
  LinkState,
  Money,
  ReadProblemCode,
  Standing,
  Terms,
} from "@/lib/domain/records";
import { instant, json, text, wholeNumber } from "@/lib/store/schema/columns";

/** Terms, and what stood where the amount should be when that was no amount. */
export type StoredTerms = Terms & { amountUnreadable?: string };

export const approvals = pgTable(
  "approvals",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: text("id").notNull(),
    connectionId: uuid("connection_id").notNull(),
    type: text("type"),
    status: text("status"),
    standing: text("standing").$type<Standing>().notNull(),
    contractId: text("contract_id"),
    milestoneId: text("milestone_id"),
    jobId: text("job_id"),
    proposalId: text("proposal_id"),
    approvalUrl: text("approval_url"),
    linkState: text("link_state").$type<LinkState>().notNull(),
    linkProblem: text("link_problem").$type<LinkProblem>(),
    createdAt: instant("created_at"),
    expiresAt: instant("expires_at"),
    resolvedAt: instant("resolved_at"),
    settledAt: instant("settled_at"),
    result: json<Record<string, unknown>>("result"),
    proof: text("proof").$type<"read" | "recorded">().notNull(),
    seenAt: instant("seen_at").notNull(),
    way: text("way").$type<CaptureWay>().notNull(),
    wayLabel: text("way_label"),
    lastReadAt: instant("last_read_at"),
    nextReadAt: instant("next_read_at"),
    readByToken: uuid("read_by_token"),
    readProblem: text("read_problem").$type<ReadProblemCode>(),
    readProblemSince: instant("read_problem_since"),
    supersedes: text("supersedes"),
    supersededBy: text("superseded_by"),
    replacedButConfirmed: boolean("replaced_but_confirmed").notNull().default(false),
    askedAgainCount: integer("asked_again_count").notNull().default(0),
    askedAgainPrevious: text("asked_again_previous"),
    confirmedInstead: text("confirmed_instead"),
    counterparty: text("counterparty"),
    counterpartyId: text("counterparty_id"),
    contractTitle: text("contract_title"),
    milestoneName: text("milestone_name"),
    jobTitle: text("job_title"),
    recordedTerms: json<StoredTerms>("recorded_terms"),
    toldTerms: json<StoredTerms>("told_terms"),
    confirmedTerms: json<StoredTerms>("confirmed_terms"),
    trace: text("trace").$type<"found" | "missing">(),
    agentName: text("agent_name"),
    agentReason: text("agent_reason"),
    tokenLabel: text("token_label"),
    money: json<Money>("money").notNull(),
    moneyKind: text("money_kind").$type<Money["kind"]>().notNull(),
    totalCents: wholeNumber("total_cents"),
    maxTotalCents: wholeNumber("max_total_cents"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export type ApprovalRow = typeof approvals.$inferSelect;
export type NewApprovalRow = typeof approvals.$inferInsert;

export const claims = pgTable(
  "claims",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: text("id").notNull(),
    receivedAt: instant("received_at").notNull(),
    way: text("way").$type<"capture" | "paste">().notNull(),
    label: text("label"),
    why: text("why").$type<ClaimWhy>().notNull(),
    told: json<Record<string, unknown>>("told"),
    toldTerms: json<StoredTerms>("told_terms"),
    agentName: text("agent_name"),
    agentReason: text("agent_reason"),
    tries: integer("tries").notNull().default(0),
    nextTryAt: instant("next_try_at"),
    dismissedAt: instant("dismissed_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export type ClaimRow = typeof claims.$inferSelect;
