import { describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { getSetupState } from "@/lib/services/setup/get-state";
import { issueSetupLink } from "@/lib/services/setup/issue-link";
import { type SpendSetupLinkInput, spendSetupLink } from "@/lib/services/setup/spend-link";
import { useTestDatabase } from "@/lib/testing/database";
import { unique } from "@/lib/testing/factories/unique";

const database = useTestDatabase();
const now = new Date("2026-11-21T12:00:00.000Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const hourMs = 3_600_000;
const password = "calm river over nine stones";

function spend(secret: string, more: Partial<SpendSetupLinkInput> = {}) {
  return spendSetupLink({
    db: database.db,
    now,
    secret,
    email: `${unique("ada")}@example.com`,
    password,
    name: "Ada",
    timeZone: "Europe/Lisbon",
    address: "10.0.0.1",
    userAgent: null,
    ...more,
  });
}

const issue = (kind: "first_owner" | "further_owner" = "first_owner", at = now) =>
  issueSetupLink({ db: database.db, now: at, kind });

// In this order on one database: there is one first owner.
describe("the first owner's link", () => {
  it("is kept as a hash only", async () => {
    const { secret } = await issue();
    expect(Buffer.from(secret, "base64url").length).toBe(32);
    const { rows } = await database.pool.query(
      "select l::text as link, encode(secret_hash, 'hex') from setup_links l",
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("is replaced by the next one, runs out after a day, and is not guessed", async () => {
    const [old, current] = [await issue(), await issue()];
    await expect(spend(old.secret)).rejects.toMatchObject({ reason: "link_expired" });
    await expect(spend(current.secret, { now: later(24 * hourMs) })).rejects.toMatchObject({
      reason: "link_expired",
    });
    await expect(spend("A".repeat(43))).rejects.toMatchObject({ reason: "link_unknown" });
    expect(await getSetupState({ db: database.db })).toEqual({ hasOwner: false });
  });

  it("is not used up by a password that is refused", async () => {
    const { secret } = await issue();
    await expect(spend(secret, { password: "password1234" })).rejects.toMatchObject({
      reason: "password_common",
    });
    expect(await getSetupState({ db: database.db })).toEqual({ hasOwner: false });
  });

  it("makes one owner of eight who spend it at once, and closes for good", async () => {
    const { secret } = await issue();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => spend(secret)));
    const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));
    expect(won.length).toBe(1);
    expect(new Set(lost)).toEqual(new Set(["already_set_up"]));
    const [winner] = won;
    const found = await actorOfSession({ db: database.db, now, sessionId: winner?.sessionId ?? "" });
    expect(found).toMatchObject({ actor: { role: "owner" }, person: { timeZone: "Europe/Lisbon" } });
    expect(await getSetupState({ db: database.db })).toEqual({ hasOwner: true });
    await expect(issue()).rejects.toMatchObject({ reason: "already_set_up" });
    await expect(spend(secret)).rejects.toMatchObject({ reason: "already_set_up" });
    await database.pool.query("update members set removed_at = now()");
    await expect(issue()).rejects.toMatchObject({ reason: "already_set_up" });
    await database.pool.query("update members set removed_at = null");
  });
});

describe("a further owner's link", () => {
  it("makes an owner with a workspace of their own, once", async () => {
    const { secret } = await issue("further_owner");
    const email = `${unique("grace")}@example.com`;
    const { personId } = await spend(secret, { email });
    await expect(spend(secret)).rejects.toMatchObject({ reason: "link_spent" });
    const { rows } = await database.pool.query(
      "select count(distinct workspace_id)::int as count from members",
    );
    expect(rows).toEqual([{ count: 2 }]);
    const signedIn = await authenticate({
      db: database.db,
      now,
      email,
      password,
      address: "10.0.0.2",
      userAgent: null,
    });
    expect(signedIn?.personId).toBe(personId);
  });

  it("does not take an address twice, and is not used up by trying", async () => {
    const { secret } = await issue("further_owner");
    const { rows } = await database.pool.query("select email from people limit 1");
    const taken = String(rows[0].email).toUpperCase();
    await expect(spend(secret, { email: taken })).rejects.toMatchObject({ reason: "email_taken" });
    expect(await spend(secret)).toMatchObject({ personId: expect.any(String) });
  });
});
