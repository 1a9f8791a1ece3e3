import { describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { issueSetupLink } from "@/lib/services/setup/issue-link";
import { issueReset } from "@/lib/services/setup/issue-reset";
import { lookAtLink } from "@/lib/services/setup/look-at-link";
import { spendSetupLink } from "@/lib/services/setup/spend-link";
import { spendReset } from "@/lib/services/setup/spend-reset";
import { useTestDatabase } from "@/lib/testing/database";
import { eventually } from "@/lib/testing/find-processes";

const database = useTestDatabase();
const now = new Date("2026-11-21T12:00:00.000Z");
const dayLater = new Date(now.getTime() + 24 * 3_600_000);
const before = "calm river over nine stones";
const after = "nine stones under a calm river";
const device = { address: "10.0.0.1", userAgent: null };
const ada = "ada@example.com";

const issue = (email: string | null = null) => issueReset({ db: database.db, now, email });
const look = (secret: string, at = now) => lookAtLink({ db: database.db, now: at, secret });
const spend = (secret: string, more: { password?: string; now?: Date } = {}) =>
  spendReset({ db: database.db, now, secret, password: after, ...device, ...more });
const signIn = (password: string) => authenticate({ db: database.db, now, email: ada, password, ...device });
const isAlive = async (sessionId: string | undefined) =>
  (await actorOfSession({ db: database.db, now, sessionId: sessionId ?? "" })) !== null;

async function becomeOwner(kind: "first_owner" | "further_owner", email: string): Promise<void> {
  const { secret } = await issueSetupLink({ db: database.db, now, kind });
  const who = { email, password: before, name: null, timeZone: null };
  await spendSetupLink({ db: database.db, now, secret, ...who, ...device });
}

// In this order on one database: first there is nobody, then one owner, then two.
describe("a link for an owner who is locked out", () => {
  it("needs an owner", async () => {
    await expect(issue()).rejects.toMatchObject({ reason: "no_owner_yet" });
    await becomeOwner("first_owner", ada);
    await expect(issue("bob@example.com")).rejects.toMatchObject({
      reason: "no_such_owner",
      details: { emails: [ada] },
    });
  });

  it("is kept as a hash only, tells whose it is, and makes nobody an owner", async () => {
    const { secret, email } = await issue(" ADA@example.com ");
    expect(email).toBe(ada);
    const { rows } = await database.pool.query("select l::text as link from setup_links l");
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await look(secret)).toEqual({ opens: "new_password", email: ada });
    const who = { email: "eve@example.com", password: after, name: null, timeZone: null };
    const asSetup = spendSetupLink({ db: database.db, now, secret, ...who, ...device });
    await expect(asSetup).rejects.toMatchObject({ reason: "link_unknown" });
  });

  it("runs out after a day, is replaced by the next one, and a link for setting up resets nothing", async () => {
    const [old, current] = [await issue(), await issue()];
    await expect(look(old.secret)).rejects.toMatchObject({ reason: "reset_expired" });
    await expect(spend(current.secret, { now: dayLater })).rejects.toMatchObject({ reason: "reset_expired" });
    const setup = await issueSetupLink({ db: database.db, now, kind: "further_owner" });
    expect(await look(setup.secret)).toEqual({ opens: "set_up" });
    await expect(spend(setup.secret)).rejects.toMatchObject({ reason: "link_unknown" });
    await expect(spend("A".repeat(43))).rejects.toMatchObject({ reason: "link_unknown" });
  });

  it("is not used up by a password that is refused", async () => {
    const { secret } = await issue();
    await expect(spend(secret, { password: "password1234" })).rejects.toMatchObject({
      reason: "password_common",
    });
    await expect(spend(secret, { password: ada })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await look(secret)).toMatchObject({ opens: "new_password" });
  });

  it("sets the password, ends every session but the one it opens, and has one winner of eight", async () => {
    const [laptop, phone] = [await signIn(before), await signIn(before)];
    const { secret } = await issue();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => spend(secret)));
    const won = results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const lost = results.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
    expect(won).toHaveLength(1);
    expect(new Set(lost)).toEqual(new Set(["reset_spent"]));
    expect(await isAlive(laptop?.sessionId)).toBe(false);
    expect(await isAlive(phone?.sessionId)).toBe(false);
    expect(await isAlive(won[0]?.sessionId)).toBe(true);
    expect(await signIn(before)).toBeNull();
    expect(await signIn(after)).not.toBeNull();
    const { rows } = await database.pool.query(
      "select kind, actor_kind, data from events where kind like 'owner_reset_%' order by id desc limit 2",
    );
    expect(rows).toMatchObject([
      { kind: "owner_reset_spent", actor_kind: "person", data: { endedSessions: 3 } },
      { kind: "owner_reset_issued", actor_kind: "system" },
    ]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("leaves no session to who was signing in with the old password meanwhile", async () => {
    const client = await database.pool.connect();
    await client.query("begin");
    await client.query("update people set password_hash = password_hash || ' '");
    const signingIn = signIn(after);
    const waiting =
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await eventually(
      async () => (await database.pool.query(waiting)).rowCount,
      (count) => count === 1,
    );
    await client.query("commit");
    client.release();
    expect(await signingIn).toBeNull();
  });

  it("must say which where there are several, and does nothing for who is no owner any more", async () => {
    await becomeOwner("further_owner", "grace@example.com");
    await expect(issue()).rejects.toMatchObject({
      reason: "several_owners",
      details: { emails: [ada, "grace@example.com"] },
    });
    const { secret } = await issue("grace@example.com");
    await database.pool.query(
      "update members set role = 'viewer' where person_id = (select id from people where email like 'grace%')",
    );
    await expect(look(secret)).rejects.toMatchObject({ reason: "reset_expired" });
    await expect(spend(secret)).rejects.toMatchObject({ reason: "reset_expired" });
    await expect(issue("grace@example.com")).rejects.toMatchObject({ reason: "no_such_owner" });
  });
});
