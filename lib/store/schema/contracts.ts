import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { Budget, MilestonePhase, ReadProblemCode, UnreadKind } from "@/lib/domain/records";
import { instant, json, text, wholeNumber } from "@/lib/store/schema/columns";

export const contracts = pgTable(
  "contracts",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: text("id").notNull(),
    title: text("title"),
    status: text("status").notNull(),
    freelancerId: text("freelancer_id"),
    freelancerName: text("freelancer_name"),
    freelancerCountry: text("freelancer_country"),
    jobId: text("job_id"),
    proposalId: text("proposal_id"),
    paymentType: text("payment_type"),
    rate: text("rate"),
    createdAt: instant("created_at"),
    endedAt: instant("ended_at"),
    readAt: instant("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export const milestones = pgTable(
  "milestones",
  {
    workspaceId: uuid("workspace_id").notNull(),
    contractId: text("contract_id").notNull(),
    id: text("id").notNull(),
    number: integer("number"),
    name: text("name"),
    description: text("description"),
    status: text("status").notNull(),
    phase: text("phase").$type<MilestonePhase>().notNull(),
    amountCents: wholeNumber("amount_cents"),
    amountUnreadable: text("amount_unreadable"),
    dueDate: text("due_date"),
    readAt: instant("read_at").notNull(),
    goneAt: instant("gone_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export type ContractRow = typeof contracts.$inferSelect;
export type MilestoneRow = typeof milestones.$inferSelect;

export const jobs = pgTable(
  "jobs",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    status: text("status"),
    readAt: instant("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export const proposals = pgTable(
  "proposals",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: text("id").notNull(),
    jobId: text("job_id"),
    jobTitle: text("job_title"),
    candidateId: text("candidate_id"),
    candidateName: text("candidate_name"),
    readAt: instant("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

export const credits = pgTable("credits", {
  workspaceId: uuid("workspace_id").primaryKey(),
  availableCents: wholeNumber("available_cents").notNull(),
  reservedCents: wholeNumber("reserved_cents").notNull(),
  readAt: instant("read_at").notNull(),
});

export const budgets = pgTable(
  "budgets",
  {
    workspaceId: uuid("workspace_id").notNull(),
    contractId: text("contract_id").notNull(),
    budget: json<Budget>("budget").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.contractId] })],
);

export const unread = pgTable(
  "unread",
  {
    workspaceId: uuid("workspace_id").notNull(),
    kind: text("kind").$type<UnreadKind>().notNull(),
    id: text("id").notNull(),
    why: text("why").$type<ReadProblemCode>().notNull(),
    since: instant("since").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.kind, table.id] })],
);

export type ProposalRow = typeof proposals.$inferSelect;
export type JobRow = typeof jobs.$inferSelect;

/** Invoices that wait for the account to pay. */
export const pendingPayments = pgTable(
  "pending_payments",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: text("id").notNull(),
    milestoneId: text("milestone_id"),
    milestoneName: text("milestone_name"),
    jobId: text("job_id"),
    jobTitle: text("job_title"),
    amountCents: wholeNumber("amount_cents"),
    createdAt: instant("created_at"),
    readAt: instant("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
