import { afterAll, beforeAll, expect, test } from "vitest";
import { conflict } from "../refusal";
import type { Transaction } from "../state/transaction";
import { type OpenSandbox, openSandbox } from "../testing/open-sandbox";
import { confirmApproval } from "./confirm";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test("an attempt that fails leaves nothing, and what was done before it stays", async () => {
  const made = await sandbox.account({ creditsCents: 100_000 });
  const id = made.accountId;
  await sandbox.store.transact((tx) => {
    const before = tx.changed().length;
    tx.put("accounts", { ...tx.account(id), card: false });
    const attempt = () =>
      tx.attempt(() => {
        tx.put("accounts", { ...tx.account(id), availableCents: 1 });
        tx.remove("jobs", made.ids.jobs[0] ?? "");
        throw new Error("halfway");
      });
    expect(attempt).toThrow("halfway");
    expect(tx.account(id)).toMatchObject({ card: false, availableCents: 100_000 });
    expect(tx.get("jobs", made.ids.jobs[0] ?? "")).toBeDefined();
    expect(tx.changed().length).toBe(before + 1);
  });
});

test.each([
  ["edited away from any name", { milestone: { name: "", description: "" } }, 400],
  ["without a card", { payWith: "card" }, 409],
  ["with more than the credits", { payWith: "credits", milestone: { amount: 2000 } }, 409],
])(
  "a hire that cannot run %s leaves account, ledger, contracts and feed as they were",
  async (_why, body, status) => {
    const made = await sandbox.account({ card: false, creditsCents: 100_000 });
    const milestone = { name: "x", amount: 100 };
    const path = `/proposals/${made.ids.proposals[0]}/hire`;
    const { approval } = (await sandbox.call(made.tokens.agent, "POST", path, { milestone })).body;
    const truth = async () => (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
    const { now: _before, ...before } = await truth();
    const heard = await sandbox.door("POST", `/approvals/${approval.id}/confirm`, body);
    expect(heard.status).toBe(status);
    const { now: _after, ...after } = await truth();
    expect(after).toEqual(before);
  },
);

test.each(["contracts", "invoices", "milestones", "proposals", "approvals", "events"] as const)(
  "refused as late as at its %s, a hire has not begun",
  async (late) => {
    const made = await sandbox.account({ creditsCents: 100_000 });
    const milestone = { name: "x", amount: 100 };
    const path = `/proposals/${made.ids.proposals[0]}/hire`;
    const { id } = (await sandbox.call(made.tokens.agent, "POST", path, { milestone })).body.approval;
    const truth = async () => (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
    const { now: _before, ...before } = await truth();
    const confirm = (tx: Transaction) => {
      const { put } = tx;
      tx.put = (table, row) => {
        if (table === late) throw conflict("too_late", "Too late.");
        return put.call(tx, table, row) as typeof row;
      };
      const choices = { milestone: {}, payWith: undefined, settle: "release", origin: "" } as const;
      return confirmApproval(tx, tx.must("approvals", id), choices);
    };
    await expect(sandbox.store.transact(confirm)).rejects.toThrow("Too late.");
    const { now: _after, ...after } = await truth();
    expect(after).toEqual(before);
  },
);
