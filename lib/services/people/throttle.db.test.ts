import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authenticateCaptureKey } from "@/lib/services/capture-keys/authenticate";
import { authenticate } from "@/lib/services/people/authenticate";
import { hashPassword } from "@/lib/services/people/password";
import { createDb, createPool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { makeFirstKey } from "@/lib/testing/factories/make-first-key";
import { makePerson } from "@/lib/testing/factories/make-person";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
// Two webs: each has a pool of its own and nothing else in common but the database.
const pools = [createPool(database.url, { max: 3 }), createPool(database.url, { max: 3 })];
const webs = pools.map(createDb);
afterAll(async () => void (await Promise.all(pools.map((pool) => pool.end()))));

const password = "green lamp over water";
const captureKey = "a-capture-key-of-more-than-thirty-two-characters";
let workspaceId: string;

beforeAll(async () => {
  workspaceId = (await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" })).workspaceId;
  await makeFirstKey(database.db, workspaceId, captureKey);
});

type Who = (n: number) => { email: string; address: string };

async function attempt(n: number, who: Who): Promise<string> {
  const input = { db: webs[n % 2] ?? database.db, now: new Date(), password: "wrong", userAgent: null };
  return authenticate({ ...input, ...who(n) }).then(
    () => "wrong",
    (error: { code: string }) => error.code,
  );
}

/** One after the other, by turns at both webs: how many are told "wrong" before the rest are told "too many". */
async function wrongOf(count: number, who: Who): Promise<number> {
  const outcomes: string[] = [];
  for (let n = 0; n < count; n += 1) outcomes.push(await attempt(n, who));
  const wrong = outcomes.filter((outcome) => outcome === "wrong").length;
  expect(outcomes).toEqual(outcomes.map((_, n) => (n < wrong ? "wrong" : "RATE_LIMITED")));
  return wrong;
}

describe("throttles, with two webs on one database", () => {
  it("count wrong passwords from one address together", async () => {
    expect(await wrongOf(14, () => ({ email: `${randomUUID()}@example.com`, address: "203.0.113.7" }))).toBe(
      10,
    );
  });

  it("let no more through when all come at once", async () => {
    const at = { address: "203.0.113.8" };
    const all = Array.from({ length: 24 }, (_, n) =>
      attempt(n, () => ({ email: `${n}@example.com`, ...at })),
    );
    expect((await Promise.all(all)).filter((outcome) => outcome === "wrong").length).toBeLessThanOrEqual(10);
  });

  it("count a household's IPv6 addresses as one, and the house beside it apart", async () => {
    const from = (house: string) => (n: number) => ({
      email: `${randomUUID()}@example.com`,
      address: `2001:db8:1:${house}:${n.toString(16)}::1`,
    });
    expect(await wrongOf(12, from("1"))).toBe(10);
    expect(await wrongOf(3, from("2"))).toBe(3);
  });

  it("let the right password in from elsewhere while the account is under attack", async () => {
    const { email } = await makePerson(database.db, workspaceId, "owner", {
      passwordHash: await hashPassword(password),
    });
    for (let n = 0; n < 12; n += 1) await attempt(n, () => ({ email, address: `198.51.100.${n}` }));
    for (const [n, db] of webs.entries()) {
      const input = { db, now: new Date(), email, password, address: `192.0.2.${n}`, userAgent: null };
      expect(await authenticate(input)).not.toBeNull();
    }
  });

  it("count a key's captures together", async () => {
    const now = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 30_000);
    await database.pool.query(
      "insert into throttle_counts (subject, window_start, count) select 'capture ' || id, $1, 590 from capture_keys",
      [new Date(now.getTime() - 30_000)],
    );
    const outcomes: string[] = [];
    for (let n = 0; n < 13; n += 1) {
      const db = webs[n % 2] ?? database.db;
      const taken = authenticateCaptureKey({ db, now, secret: captureKey }).then(
        () => "taken",
        (error: { code: string; details: Record<string, unknown> }) =>
          `${error.code} ${String(error.details.retryAfterSeconds)}`,
      );
      outcomes.push(await taken);
    }
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(10);
    expect(new Set(outcomes)).toEqual(new Set(["taken", "RATE_LIMITED 30"]));
  });
});
