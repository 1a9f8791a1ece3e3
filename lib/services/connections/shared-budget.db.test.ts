import { createHash, randomBytes } from "node:crypto";
import { expect, test, vi } from "vitest";
import { PACE } from "@/lib/opentrain/call-budget";
import { CALLS_A_MINUTE } from "@/lib/opentrain/guesses";
import { openReader } from "@/lib/services/connections/open-reader";
import { sharedBudget } from "@/lib/services/connections/shared-budget";
import { sweepBudgets, takeTurn } from "@/lib/store/call-budgets";
import { findConnection } from "@/lib/store/connections/rows";
import { createDb, createPool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const someToken = () => ({ fingerprint: randomBytes(32) });

async function nextAt({ fingerprint }: { fingerprint: Buffer }): Promise<Date | undefined> {
  const { rows } = await database.pool.query<{ next_at: Date }>(
    "select next_at from call_budgets where fingerprint = $1",
    [fingerprint],
  );
  return rows[0]?.next_at;
}

async function moveBack({ fingerprint }: { fingerprint: Buffer }, ms: number): Promise<void> {
  await database.pool.query(
    "update call_budgets set next_at = next_at - make_interval(secs => $2::float8) where fingerprint = $1",
    [fingerprint, ms / 1000],
  );
}

test("two processes at once have half of a minute's calls between them", async () => {
  const token = someToken();
  const other = createPool(database.url, { max: 5 });
  const budgets = [sharedBudget(database.db, token), sharedBudget(createDb(other), token)];
  const before = Date.now();
  const waits = await Promise.all(
    Array.from({ length: CALLS_A_MINUTE / 2 + 100 }, (_, index) => budgets[index % 2]?.take(0)),
  );
  const elapsed = Date.now() - before;
  await other.end();
  const taken = waits.filter((wait) => wait === 0).length;
  expect(taken).toBeGreaterThanOrEqual(CALLS_A_MINUTE / 2);
  expect(taken).toBeLessThanOrEqual(CALLS_A_MINUTE / 2 + elapsed / PACE.stepMs + 1);
});

test("a turn that is not waited for is not taken, one that is moves the next", async () => {
  const token = someToken();
  const budget = sharedBudget(database.db, token);
  await budget.rest(60_000);
  const before = await nextAt(token);
  expect(await budget.take(1_000)).toBeGreaterThan(50_000);
  expect(await nextAt(token)).toEqual(before);
  const waitMs = await budget.take(120_000);
  expect(waitMs).toBeGreaterThan(50_000);
  expect(waitMs).toBeLessThanOrEqual(60_000);
  expect((await nextAt(token))?.getTime()).toBe((before?.getTime() ?? 0) + PACE.stepMs);
});

test("a rest ends, and a shorter one does not shorten it", async () => {
  const token = someToken();
  const budget = sharedBudget(database.db, token);
  await budget.rest(60_000);
  await budget.rest(10);
  expect(await budget.take(0)).toBeGreaterThan(50_000);
  await moveBack(token, 60_000);
  expect(await budget.take(0)).toBe(0);
});

test("a clock that went back keeps nobody waiting for ever", async () => {
  const token = someToken();
  await sharedBudget(database.db, token).take(0);
  await moveBack(token, -86_400_000);
  expect(await takeTurn(database.db, token.fingerprint, PACE, 0)).toBeLessThanOrEqual(7_200_000);
});

test("each keeps to it alone while the database does not answer", async () => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const errors = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const pool = createPool(database.url);
  await pool.end();
  const token = someToken();
  const budget = sharedBudget(createDb(pool), token);
  expect(await budget.take(0)).toBe(0);
  await budget.rest(5_000);
  expect(await budget.take(0)).toBeGreaterThan(4_000);
  const said = JSON.stringify([...written.mock.calls, ...errors.mock.calls]);
  vi.restoreAllMocks();
  expect(said).toContain("the budget of calls could not be shared");
  expect(said).not.toContain(token.fingerprint.toString("hex"));
});

test("what one reader was asked to wait, the next one of the same token waits without asking", async () => {
  const { workspaceId, token } = await makeWorkspace(database.db, { origin: upstream.origin });
  const connection = await findConnection(database.db, workspaceId);
  if (!connection) throw new Error("not connected");
  upstream.fail(/^\/credits$/, { status: 429, retryAfter: "30" }, 1);
  const first = await openReader(database.db, connection);
  expect(await first?.read((client) => client.getCredits())).toMatchObject({
    failure: { why: "rate_limited", status: 429, retryAfterMs: 30_000 },
  });
  const calls = upstream.calls.length;
  const second = await openReader(database.db, connection, { budgetMs: 1_000 });
  const answer = await second?.read((client) => client.getCredits());
  expect(answer).toMatchObject({ ok: false, failure: { why: "rate_limited", status: null } });
  expect(upstream.calls).toHaveLength(calls);
  // In another process too: it is the database that knows.
  const fingerprint = createHash("sha256").update(token).digest();
  expect(await takeTurn(database.db, fingerprint, PACE, 0)).toBeGreaterThan(20_000);
});

test("budgets of tokens nobody uses are swept", async () => {
  const [old, used] = [someToken(), someToken()];
  await sharedBudget(database.db, old).take(0);
  await moveBack(old, 7_200_000);
  await sharedBudget(database.db, used).take(0);
  await moveBack(used, 1_800_000);
  await sweepBudgets(database.db, new Date(Date.now() - 3_600_000));
  expect(await nextAt(old)).toBeUndefined();
  expect(await nextAt(used)).toBeDefined();
});
