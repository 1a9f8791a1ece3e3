import { integer, pgTable, text as plainText, uuid } from "drizzle-orm/pg-core";
import type { SyncState } from "@/lib/domain/records";
import { bytes, instant, text, wholeNumber } from "@/lib/store/schema/columns";
import { workspaces } from "@/lib/store/schema/workspaces";

export type ConnectionKind = "sandbox" | "real";
export type TokenState = "active" | "refused" | "revoked";
export type TokenSource = "environment" | "sandbox" | "person";
/** Why OpenTrain's answer makes it unusable; null while nothing does. */
export type TokenProblem = "unauthorized" | "other_account";

export const connections = pgTable("connections", {
  id: uuid("id").primaryKey(),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  kind: text("kind").$type<ConnectionKind>().notNull(),
  origin: text("origin").notNull(),
  accountKey: text("account_key").notNull(),
  accountName: text("account_name"),
  state: text("state").$type<"open" | "disconnected">().notNull(),
  clockOffsetMs: wholeNumber("clock_offset_ms").notNull().default(0),
  feedCursor: text("feed_cursor"),
  syncState: text("sync_state").$type<SyncState>().notNull().default("off"),
  syncProblem: text("sync_problem"),
  syncSince: instant("sync_since"),
  syncFailures: integer("sync_failures").notNull().default(0),
  nextSyncAt: instant("next_sync_at"),
  lastReadAt: instant("last_read_at"),
  contractsReadAt: instant("contracts_read_at"),
  jobsReadAt: instant("jobs_read_at"),
  creditsReadAt: instant("credits_read_at"),
  createdAt: instant("created_at").notNull(),
  watchingSince: instant("watching_since").notNull(),
  disconnectedAt: instant("disconnected_at"),
  /** The sandbox agent's own token; of a sandbox alone. */
  agentSealed: bytes("agent_sealed"),
});

export const connectionTokens = pgTable("connection_tokens", {
  id: uuid("id").primaryKey(),
  connectionId: uuid("connection_id")
    .notNull()
    .references(() => connections.id),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  /** OpenTrain's own label, and what a person here calls it. */
  label: text("label").notNull(),
  name: text("name"),
  source: text("source").$type<TokenSource>().notNull(),
  sealed: bytes("sealed"),
  fingerprint: bytes("fingerprint").notNull(),
  upstreamTokenId: text("upstream_token_id"),
  scopes: plainText("scopes").array().notNull(),
  state: text("state").$type<TokenState>().notNull(),
  stateSince: instant("state_since"),
  problem: text("problem").$type<TokenProblem>(),
  expiresAt: instant("expires_at"),
  createdAt: instant("created_at").notNull(),
  checkedAt: instant("checked_at"),
});
