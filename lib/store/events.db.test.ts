import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addEvent, commitmentOf, historyOf, mayChangeEvents } from "@/lib/store/events";
import { createDb } from "@/lib/store/pool";
import { events, eventTexts } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();

async function anEvent(text: Record<string, unknown> | null = null) {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const id = await database.db.transaction((tx) =>
    addEvent(tx, {
      workspaceId: made.workspaceId,
      at: new Date(),
      kind: "told",
      actor: { kind: "agent", id: null },
      subject: { kind: "approval", id: "appr_1" },
      data: { way: "capture" },
      text,
    }),
  );
  return { id, made };
}

describe("an event", () => {
  it("can be neither changed nor removed by the role that runs the app, nor by the owner's", async () => {
    await anEvent();
    for (const statement of [
      "update events set kind = 'other'",
      "delete from events",
      "truncate events cascade",
      "update event_seals set sequence = 1",
      "delete from event_seals",
    ]) {
      await expect(database.pool.query(statement), statement).rejects.toThrow(/permission denied/);
    }
    for (const statement of ["update events set kind = 'other'", "delete from events"]) {
      await expect(database.ownerPool.query(statement)).rejects.toThrow(/only ever added/);
    }
  });

  it("is walled off from the role that runs the app, and health can tell when it is not", async () => {
    expect(await mayChangeEvents(database.db)).toBe(false);
    expect(await mayChangeEvents(createDb(database.ownerPool))).toBe(true);
  });

  it("commits to a text it does not hold, and outlives that text", async () => {
    const text = { reason: "Best interview\0", terms: { amountCents: 45_000, name: "Pilot" } };
    const { id, made } = await anEvent(text);
    const [row] = await database.db
      .select()
      .from(events)
      .innerJoin(eventTexts, eq(eventTexts.eventId, events.id))
      .where(eq(events.id, id));
    expect(JSON.stringify(row?.events)).not.toContain("Best interview");
    const { salt, text: stored } = row?.event_texts ?? { salt: Buffer.alloc(0), text: {} };
    expect(row?.events.textCommitment).toEqual(commitmentOf(salt, stored));
    expect(commitmentOf(salt, { ...stored, reason: "Other" })).not.toEqual(row?.events.textCommitment);
    await database.pool.query("delete from event_texts where event_id = $1", [id]);
    const [after] = await historyOf(database.db, made.workspaceId, { kind: "approval", id: "appr_1" });
    expect(after).toMatchObject({ id, kind: "told", data: { way: "capture" }, text: null });
  });

  it("is stored with the change it tells of, or not at all", async () => {
    const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
    const failing = database.db.transaction(async (tx) => {
      await addEvent(tx, {
        workspaceId: made.workspaceId,
        at: new Date(),
        kind: "told",
        actor: { kind: "system", id: null },
        subject: { kind: "approval", id: "appr_2" },
      });
      throw new Error("planted");
    });
    await expect(failing).rejects.toThrow("planted");
    expect(await historyOf(database.db, made.workspaceId, { kind: "approval", id: "appr_2" })).toEqual([]);
  });
});
