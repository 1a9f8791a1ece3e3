import { pgTable, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, json, text, wholeNumber } from "@/lib/store/schema/columns";

export type EventActorKind = "person" | "agent" | "opentrain" | "system";

export const events = pgTable("events", {
  id: wholeNumber("id").primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: uuid("workspace_id"),
  at: instant("at").notNull(),
  recordedAt: instant("recorded_at").notNull().defaultNow(),
  kind: text("kind").notNull(),
  actorKind: text("actor_kind").$type<EventActorKind>().notNull(),
  actorId: text("actor_id"),
  subjectKind: text("subject_kind").notNull(),
  subjectId: text("subject_id"),
  data: json<Record<string, unknown>>("data").notNull(),
  textCommitment: bytes("text_commitment"),
});

export const eventTexts = pgTable("event_texts", {
  eventId: wholeNumber("event_id")
    .primaryKey()
    .references(() => events.id),
  salt: bytes("salt").notNull(),
  text: json<Record<string, unknown>>("text").notNull(),
});

export const eventSeals = pgTable("event_seals", {
  eventId: wholeNumber("event_id")
    .primaryKey()
    .references(() => events.id),
  chain: uuid("chain").notNull(),
  sequence: wholeNumber("sequence").notNull(),
  previousHash: bytes("previous_hash").notNull(),
  hash: bytes("hash").notNull(),
});

/** Filled by the database itself with every event, emptied by sealing. */
export const eventsUnsealed = pgTable("events_unsealed", {
  eventId: wholeNumber("event_id")
    .primaryKey()
    .references(() => events.id),
});
