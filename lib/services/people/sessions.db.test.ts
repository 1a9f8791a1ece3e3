import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/services/context";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { changePassword } from "@/lib/services/people/change-password";
import { endOtherSessions } from "@/lib/services/people/end-other-sessions";
import { endOwnSession } from "@/lib/services/people/end-own-session";
import { findSessionEnd } from "@/lib/services/people/find-session-end";
import { listOwnSessions } from "@/lib/services/people/list-sessions";
import { hashPassword } from "@/lib/services/people/password";
import { useTestDatabase } from "@/lib/testing/database";
import { makePerson } from "@/lib/testing/factories/make-person";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const present = "calm river over nine stones";
const chosen = "quite another pass phrase";
const android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36";
let addresses = 0;
const newAddress = () => `10.9.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}`;

async function person() {
  const { workspaceId } = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const made = await makePerson(database.db, workspaceId, "finance", {
    passwordHash: await hashPassword(present),
  });
  const ctx: Ctx = {
    db: database.db,
    workspaceId,
    now: new Date(),
    actor: { kind: "person", personId: made.personId, sessionId: made.sessionId, role: "finance" },
  };
  return { ...made, ctx };
}

async function signIn(email: string, password = present, address = newAddress()): Promise<string | null> {
  const input = { db: database.db, now: new Date(), email, password, address, userAgent: android };
  return (await authenticate(input))?.sessionId ?? null;
}

const change = (ctx: Ctx, more: { present?: string; password?: string; address?: string } = {}) =>
  changePassword({ ctx, input: { present, password: chosen, address: newAddress(), ...more } });
const isAlive = async (sessionId: string | null) =>
  (await actorOfSession({ db: database.db, now: new Date(), sessionId: sessionId ?? "" })) !== null;
const eventsOf = async (personId: string) =>
  (
    await database.pool.query<{ kind: string; data: object }>(
      "select kind, data from events where subject_id = $1 and kind <> 'signed_in' order by id",
      [personId],
    )
  ).rows;

describe("one's own sessions", () => {
  it("are listed in words, this one first, the address coarse and nothing secret", async () => {
    const { ctx, email, sessionId } = await person();
    const phone = await signIn(email, present, "203.0.113.77");
    const { sessions } = await listOwnSessions({ ctx });
    expect(sessions).toMatchObject([
      { id: sessionId, isThis: true, network: null },
      { id: phone, isThis: false, network: "203.0.x.x", device: { browser: "Chrome", system: "Android" } },
    ]);
    expect(JSON.stringify(sessions)).not.toContain("113.77");
  });

  it("end one by one, and only one's own", async () => {
    const [mine, other] = [await person(), await person()];
    const phone = (await signIn(mine.email)) ?? "";
    await endOwnSession({ ctx: mine.ctx, input: { id: phone } });
    expect(await isAlive(phone)).toBe(false);
    expect(await isAlive(mine.sessionId)).toBe(true);
    for (const id of [phone, other.sessionId, "no id"]) {
      await expect(endOwnSession({ ctx: mine.ctx, input: { id } })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await isAlive(other.sessionId)).toBe(true);
    expect(await eventsOf(mine.personId)).toEqual([{ kind: "session_revoked", data: { sessionId: phone } }]);
  });

  it("end all but this", async () => {
    const { ctx, email, personId, sessionId } = await person();
    const others = [await signIn(email), await signIn(email)];
    expect(await endOtherSessions({ ctx })).toEqual({ ended: 2 });
    expect(await endOtherSessions({ ctx })).toEqual({ ended: 0 });
    for (const id of others) expect(await isAlive(id)).toBe(false);
    expect(await isAlive(sessionId)).toBe(true);
    expect(await eventsOf(personId)).toEqual([{ kind: "sessions_revoked", data: { sessions: 2 } }]);
  });

  it("say why they ended", async () => {
    const { ctx, email, personId, sessionId } = await person();
    const end = (id: string, now = new Date()) => findSessionEnd({ db: database.db, now, sessionId: id });
    const phone = (await signIn(email)) ?? "";
    expect(await end(phone)).toBeNull();
    expect(await end("no id")).toBeNull();
    await endOwnSession({ ctx, input: { id: phone } });
    expect(await end(phone)).toBe("revoked");
    expect(await end(sessionId, new Date(Date.now() + 40 * 86_400_000))).toBe("expired");
    await database.pool.query("update members set removed_at = now() where person_id = $1", [personId]);
    expect(await end(phone)).toBe("removed");
  });
});

describe("changing the password", () => {
  it("needs the present one, keeps this session and ends the others", async () => {
    const { ctx, email, personId, sessionId } = await person();
    const phone = await signIn(email);
    await expect(change(ctx, { present: "not this one at all" })).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "present_password",
    });
    expect(await isAlive(phone)).toBe(true);
    expect(await change(ctx)).toEqual({ ended: 1 });
    expect([await isAlive(phone), await isAlive(sessionId)]).toEqual([false, true]);
    expect([await signIn(email), await signIn(email, chosen)]).toEqual([null, expect.any(String)]);
    expect(await eventsOf(personId)).toEqual([{ kind: "password_changed", data: { sessions: 1 } }]);
  });

  it("refuses what setting one up refuses", async () => {
    const { ctx, email } = await person();
    for (const [password, reason] of [
      ["eleven char", "password_short"],
      ["password1234", "password_common"],
      [`${email}1`, "password_common"],
    ] as const) {
      await expect(change(ctx, { password })).rejects.toMatchObject({ reason });
    }
  });

  it("is worth no more guesses than the door", async () => {
    const { ctx } = await person();
    const address = newAddress();
    for (let guess = 0; guess < 10; guess++) {
      await expect(change(ctx, { present: `guess number ${guess}`, address })).rejects.toMatchObject({
        reason: "present_password",
      });
    }
    await expect(change(ctx, { address })).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await change(ctx)).toEqual({ ended: 0 });
  });

  it("has one winner of two at once", async () => {
    const { ctx } = await person();
    const outcomes = await Promise.allSettled([
      change(ctx, { password: "the first of two phrases" }),
      change(ctx, { password: "the second of two phrases" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("leaves no session to whoever was signing in with the old one", async () => {
    const { ctx, email } = await person();
    // The password is changed after it was checked, and before the session is opened.
    const slow = new Proxy(database.db, {
      get: (db, name) =>
        name === "transaction"
          ? async (...given: Parameters<typeof db.transaction>) => {
              await change(ctx);
              return db.transaction(...given);
            }
          : Reflect.get(db, name),
    });
    const input = { now: new Date(), email, password: present, address: newAddress(), userAgent: null };
    expect(await authenticate({ ...input, db: slow })).toBeNull();
    expect(await signIn(email, chosen)).not.toBeNull();
  });
});
