import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import type { EventRecord } from "@/lib/domain/records";
import { insertRows } from "@/lib/store/insert-rows";
import type { Db, Tx } from "@/lib/store/pool";
import { captureKeys, type EventActorKind, events, eventTexts, people } from "@/lib/store/schema";
import { storableObject } from "@/lib/store/schema/columns";
import { canonicalJson } from "@/lib/store/seals/canonical-json";

/** What an event is about; a new noun is added here. */
type EventSubjectKind =
  | "approval"
  | "ask"
  | "blocked"
  | "capture_key"
  | "connection"
  | "installation"
  | "invitation"
  | "person"
  | "workspace";

export type NewEvent = {
  workspaceId: string | null;
  /** When it happened, by OpenTrain's clock where that one knows. */
  at: Date;
  kind: string;
  actor: { kind: EventActorKind; id: string | null };
  subject: { kind: EventSubjectKind; id: string | null };
  /** Ids and plain values, never a person's or an agent's own words: those go in `text`. */
  data?: Record<string, unknown>;
  text?: Record<string, unknown> | null;
};

/** Always in the transaction of the change it tells of. */
export async function addEvent(tx: Tx, event: NewEvent): Promise<number> {
  const [id] = await addEvents(tx, [event]);
  if (id === undefined) throw new Error("an event was not stored");
  return id;
}

/** Many of them, in their order. */
export async function addEvents(tx: Tx, many: NewEvent[]): Promise<number[]> {
  if (many.length === 0) return [];
  const given = many.map((event) => {
    const text = event.text ? storableObject(event.text) : null;
    return { event, text, salt: text ? randomBytes(16) : null };
  });
  const { rows } = await tx.execute<{ id: string }>(
    insertRows(
      events,
      given.map(({ event, text, salt }) => ({
        workspaceId: event.workspaceId,
        at: event.at,
        kind: event.kind,
        actorKind: event.actor.kind,
        actorId: event.actor.id,
        subjectKind: event.subject.kind,
        subjectId: event.subject.id,
        data: event.data ?? {},
        textCommitment: text && salt ? commitmentOf(salt, text) : null,
      })),
      sql`returning id`,
    ),
  );
  // One statement gives its rows their numbers in the order they are written.
  const ids = rows.map(({ id }) => Number(id));
  const texts = given.flatMap(({ text, salt }, index) => {
    const eventId = ids[index];
    return text && salt && eventId !== undefined ? [{ eventId, salt, text }] : [];
  });
  if (texts.length > 0) await tx.execute(insertRows(eventTexts, texts));
  return ids;
}

/** What the event keeps of a text: with the salt erased nobody can find out what it was. */
export function commitmentOf(salt: Buffer, text: Record<string, unknown>): Buffer {
  return createHash("sha256").update(salt).update(canonicalJson(text)).digest();
}

export async function historyOf(
  db: Db | Tx,
  workspaceId: string,
  subject: NewEvent["subject"],
): Promise<EventRecord[]> {
  const rows = await db
    .select({ event: events, text: eventTexts.text, person: people, keyLabel: captureKeys.label })
    .from(events)
    .leftJoin(eventTexts, eq(eventTexts.eventId, events.id))
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(events.actorId, sql`${people.id}::text`)))
    .leftJoin(
      captureKeys,
      and(eq(events.actorKind, "agent"), eq(events.actorId, sql`${captureKeys.id}::text`)),
    )
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.subjectKind, subject.kind),
        subject.id === null ? undefined : eq(events.subjectId, subject.id),
      ),
    )
    .orderBy(asc(events.at), asc(events.id));
  return rows.map(({ event, text, person, keyLabel }) => ({
    id: event.id,
    at: event.at,
    kind: event.kind,
    actor: {
      kind: event.actorKind,
      id: event.actorId,
      label: person ? (person.name ?? person.email) : (keyLabel ?? agentNameIn(text)),
    },
    data: event.data,
    text,
  }));
}

/** What the agent called itself, as long as its words are kept. */
function agentNameIn(text: Record<string, unknown> | null): string | null {
  return typeof text?.agentName === "string" ? text.agentName : null;
}

/** Whether the wall is off: with one role for everything, that role owns the events and could change them. */
export async function mayChangeEvents(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ may: boolean }>(
    sql`select has_table_privilege('countersign.events', 'update, delete, truncate') as may`,
  );
  return rows[0]?.may !== false;
}
