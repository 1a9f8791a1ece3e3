import { describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { hashPassword } from "@/lib/services/people/password";
import { revokeSession } from "@/lib/services/people/revoke-session";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";

const database = useTestDatabase();
const right = "calm river over nine stones";
const wrong = "not the password at all";
const noon = new Date("2026-11-21T12:00:00.000Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const address = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`;

async function person() {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const email = `${unique("ada")}@example.com`;
  await database.pool.query(
    "update people set email = $1, password_hash = $2 where id = (select person_id from members where workspace_id = $3)",
    [email, await hashPassword(right), made.workspaceId],
  );
  return { email, made };
}

function attempt(email: string, password: string, from: string, now = noon) {
  return authenticate({ db: database.db, now, email, password, address: from, userAgent: "test" });
}

async function outcome(signIn: ReturnType<typeof attempt>): Promise<string> {
  try {
    return (await signIn) ? "in" : "wrong";
  } catch (error) {
    return (error as { code?: string }).code ?? "error";
  }
}

async function wrongly(email: string, from: string, times: number, now = noon): Promise<void> {
  for (let count = 0; count < times; count++) await outcome(attempt(email, wrong, from, now));
}

describe("signing in by password", () => {
  it("makes a session that is somebody's until it is revoked", async () => {
    const { email, made } = await person();
    const signedIn = await attempt(` ${email.toUpperCase()} `, right, address());
    const { sessionId } = signedIn ?? { sessionId: "" };
    const found = await actorOfSession({ db: database.db, now: minutes(1), sessionId });
    expect(found).toMatchObject({
      workspaceId: made.workspaceId,
      workspaceName: "Ada Owner",
      actor: { kind: "person", role: "owner", sessionId },
      person: { email },
    });
    for (const _ of [1, 2]) {
      await revokeSession({ db: database.db, now: minutes(2), sessionId, by: "sign_out" });
    }
    expect(await actorOfSession({ db: database.db, now: minutes(2), sessionId })).toBeNull();
    const { rows } = await database.pool.query(
      "select kind from events where workspace_id = $1 order by id",
      [made.workspaceId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["signed_in", "signed_out"]);
  });

  it("ends after thirty days, and at once for somebody who was removed", async () => {
    const { email, made } = await person();
    const { sessionId = "" } = (await attempt(email, right, address())) ?? {};
    const at = (now: Date) => actorOfSession({ db: database.db, now, sessionId });
    expect(await at(minutes(30 * 24 * 60 - 1))).not.toBeNull();
    expect(await at(minutes(30 * 24 * 60))).toBeNull();
    await database.pool.query("update members set removed_at = now() where workspace_id = $1", [
      made.workspaceId,
    ]);
    expect(await at(minutes(1))).toBeNull();
    expect(await outcome(attempt(email, right, address()))).toBe("wrong");
    expect(await actorOfSession({ db: database.db, now: noon, sessionId: "no uuid" })).toBeNull();
  });

  it("answers an unknown address as it answers a wrong password, after as much work", async () => {
    const { email } = await person();
    const time = async (who: string) => {
      const start = performance.now();
      expect(await outcome(attempt(who, wrong, address()))).toBe("wrong");
      return performance.now() - start;
    };
    await time("warm@example.com");
    const times: [number, number][] = [];
    for (let count = 0; count < 5; count++)
      times.push([await time(email), await time(`${unique("no")}@example.com`)]);
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[2] ?? 0;
    const [known, unknown] = [median(times.map(([a]) => a)), median(times.map(([, b]) => b))];
    expect(unknown).toBeGreaterThan(known / 2);
  });
});

describe("the throttle", () => {
  it("stops an address after ten wrong ones, whoever they were for, and says until when", async () => {
    const from = address();
    for (let count = 0; count < 10; count++) {
      expect(await outcome(attempt(`${unique("no")}@example.com`, wrong, from))).toBe("wrong");
    }
    const { email } = await person();
    const stopped = attempt(email, right, from);
    await expect(stopped).rejects.toMatchObject({
      code: "RATE_LIMITED",
      details: { retryAfterSeconds: 900 },
    });
    expect(await outcome(attempt(email, right, address()))).toBe("in");
    expect(await outcome(attempt(email, right, from, minutes(15)))).toBe("in");
  });

  it("stops an account after ten wrong ones from one address; the owner comes in from another at once", async () => {
    const { email } = await person();
    const stranger = address();
    await wrongly(email, stranger, 10);
    expect(await outcome(attempt(email, wrong, stranger))).toBe("RATE_LIMITED");
    expect(await outcome(attempt(email, right, stranger))).toBe("RATE_LIMITED");
    expect(await outcome(attempt(email, right, address()))).toBe("in");
    expect(await outcome(attempt(email, right, stranger, minutes(15)))).toBe("in");
  });

  it("stops guesses that come from everywhere, and still lets the owner in", async () => {
    const { email } = await person();
    for (let count = 0; count < 10; count++) await wrongly(email, address(), 1);
    expect(await outcome(attempt(email, wrong, address()))).toBe("RATE_LIMITED");
    expect(await outcome(attempt(email, right, address()))).toBe("in");
  });

  it("forgives the owner a slip while a stranger is at it, but no series of them", async () => {
    const { email } = await person();
    const [stranger, home, elsewhere] = [address(), address(), address()];
    await wrongly(email, stranger, 10);
    await wrongly(email, home, 2);
    expect(await outcome(attempt(email, right, home))).toBe("in");
    await wrongly(email, elsewhere, 3);
    expect(await outcome(attempt(email, right, elsewhere))).toBe("RATE_LIMITED");
  });

  it("counts a right one as no wrong one", async () => {
    const { email } = await person();
    const from = address();
    for (let count = 0; count < 15; count++) expect(await outcome(attempt(email, right, from))).toBe("in");
    await wrongly(email, from, 9);
    expect(await outcome(attempt(email, right, from))).toBe("in");
  });

  it("gives a hundred guesses at once no more than ten looks", async () => {
    const { email } = await person();
    const from = address();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => outcome(attempt(email, wrong, from))),
    );
    expect(outcomes.filter((one) => one === "wrong").length).toBeLessThanOrEqual(10);
  });

  it("takes a household's IPv6 addresses for one", async () => {
    const { email } = await person();
    for (let count = 0; count < 10; count++) await wrongly(email, `2001:db8:1:2:${count}::1`, 1);
    expect(await outcome(attempt(email, right, "2001:db8:1:2:ffff::9"))).toBe("RATE_LIMITED");
    expect(await outcome(attempt(email, right, "2001:db8:1:3::9"))).toBe("in");
  });

  it("slides: old ones are forgotten one by one", async () => {
    const from = address();
    const nobody = `${unique("no")}@example.com`;
    for (let count = 0; count < 10; count++) await wrongly(nobody, from, 1, minutes(count));
    expect(await outcome(attempt(nobody, wrong, from, minutes(14)))).toBe("RATE_LIMITED");
    expect(await outcome(attempt(nobody, wrong, from, minutes(15)))).toBe("wrong");
    expect(await outcome(attempt(nobody, wrong, from, minutes(15)))).toBe("RATE_LIMITED");
  });
});
