import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account, Contract, Job } from "../state/shapes";
import {
  type Extra,
  FAULTS,
  type Fault,
  GATE_ROWS,
  type GateRow,
  type GateWorld,
  type Has,
} from "../testing/gate-rows";
import { type Heard, type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let world: GateWorld;
let prepared = "";

const ROW_FAULTS: Fault[] = ["flag", "claim", "state", "money"];

async function furnish(made: Made): Promise<Extra> {
  const { owner, agent } = made.tokens;
  const [proposal, other] = made.ids.proposals;
  const read = await sandbox.call(owner, "GET", `/proposals/${proposal}`);
  const freelancer = read.body.proposal.candidate.id;
  const invites = `/jobs/${made.ids.jobs[1]}/invites`;
  const invited = await sandbox.call(owner, "POST", invites, { freelancerId: freelancer });
  const milestone = { name: "x", amount: 5 };
  const asked = await sandbox.call(agent, "POST", `/proposals/${other}/hire`, { milestone });
  const topUp = await sandbox.call(owner, "POST", "/credits/top-ups", { amountUsd: 10 });
  const token = await sandbox.call(owner, "POST", "/tokens", {});
  return {
    invited: invited.body.proposalId,
    freelancer,
    approval: asked.body.approval.id,
    topUp: topUp.body.topUpId,
    token: token.body.metadata.id,
  };
}

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

/** Both accounts get the faults that belong to rows, so that a foreign thing is as faulty as one's own. */
async function prepare(row: GateRow, has: Has): Promise<void> {
  const faults = ROW_FAULTS.filter(has).join();
  if (prepared === faults) return;
  prepared = faults;
  await sandbox.store.transact((tx) => {
    for (const { accountId, ids } of [world.mine, world.theirs]) {
      const account: Account = {
        ...tx.account(accountId),
        claimed: !has("claim"),
        card: !has("money"),
        flags: { ...tx.account(accountId).flags, [row.flag ?? ""]: !has("flag") },
      };
      tx.put("accounts", account);
      const contract: Contract = tx.must("contracts", ids.contracts[0] ?? "");
      tx.put("contracts", { ...contract, status: has("state") && CLOSES.has(row.call) ? "ended" : "active" });
      const job: Job = tx.must("jobs", ids.jobs[0] ?? "");
      tx.put("jobs", { ...job, status: has("state") && row.call === "POST invites" ? "DRAFT" : "OPEN" });
    }
  });
}

const CLOSES = new Set(["POST end", "POST milestones"]);

async function hear(row: GateRow, faults: Fault[]): Promise<Heard> {
  const has: Has = (fault) => faults.includes(fault);
  await prepare(row, has);
  const [path, body] = row.ask(world, has);
  const token = has("token") ? "ot_pat_sandbox_nobody" : world.mine.tokens[has("scope") ? "member" : "agent"];
  return sandbox.call(token, row.call.split(" ")[0] ?? "GET", path, body);
}

describe.each(GATE_ROWS)("$call", (row) => {
  const possible = FAULTS.filter((fault) => fault === "token" || fault in row.says);

  test("goes through without a fault, and of any two faults the earlier gate answers", async () => {
    const options = { scopes: { member: [] }, creditsCents: 0 };
    const [mine, theirs] = await Promise.all([sandbox.account(options), sandbox.account(options)]);
    prepared = "";
    world = { mine, theirs, extra: { mine: await furnish(mine), theirs: await furnish(theirs) } };
    expect((await hear(row, [])).status).toBe(row.fine);
    for (const [at, first] of possible.entries()) {
      const expected = first === "token" ? [401, undefined] : row.says[first];
      for (const second of possible.slice(at)) {
        const { status, body } = await hear(row, [first, second]);
        const heard = { status, details: body.details };
        const [wantedStatus, details] = expected as [number, object | undefined];
        const wanted = { status: wantedStatus, details };
        if (details) expect(heard, `${first} before ${second}`).toMatchObject(wanted);
        else expect(heard, `${first} before ${second}`).toEqual(wanted);
      }
    }
  });
});
