import { setTimeout as nextLook } from "node:timers/promises";
import { askApi, askDoor, type Memory, type Remembered, truthOf } from "./memory";
import type { Started } from "./real-process";

const TYPES = ["approval.confirmed", "contract.created", "milestone.status_changed"];
const TERMS = { milestone: { name: "Hire", amount: 45 } };

type Made = {
  accountId: string;
  tokens: { owner: string };
  ids: { proposals: string[]; contracts: string[] };
};

/** One of everything on an account of its own, each answer remembered. Throws when the process dies under it. */
export async function liveThrough(sandbox: Started, memory: Memory, receiver: string): Promise<void> {
  const made = await askDoor<Made>(sandbox, "POST", "/accounts", { creditsCents: 900_000 });
  const mine: Remembered = {
    accountId: made.accountId,
    owner: made.tokens.owner,
    tokens: [],
    approvals: new Map(),
    webhooks: new Map(),
    topUps: new Map(),
    milestones: [],
    delivered: new Map(),
    now: 0,
  };
  memory.accounts.push(mine);
  const post = <T>(path: string, body?: object) => askApi<T>(sandbox, mine.owner, "POST", path, body);

  mine.tokens.push((await post<{ token: string }>("/tokens", { name: "another" })).token);
  await subscribe(sandbox, mine, receiver);

  const [contractId] = made.ids.contracts;
  const batch = { name: "The new batch", description: "more", amountUsd: 12.34 };
  const created = await post<{ milestone: { id: string } }>(`/contracts/${contractId}/milestones`, batch);
  mine.milestones.push(created.milestone.id);

  const ask = async (path: string, body?: object) => {
    const { approval } = await post<{ approval: { id: string } }>(path, body);
    mine.approvals.set(approval.id, "pending");
    return approval.id;
  };
  const settle = async (id: string, verb: "confirm" | "decline") => {
    mine.approvals.set(id, "unsure");
    await askDoor(
      sandbox,
      "POST",
      `/approvals/${id}/${verb}`,
      verb === "confirm" ? { payWith: "credits" } : {},
    );
    mine.approvals.set(id, verb === "confirm" ? "confirmed" : "declined");
  };
  const [first, second] = made.ids.proposals;
  await settle(await ask(`/milestones/${created.milestone.id}/fund`), "confirm");
  await settle(await ask(`/proposals/${first}/hire`, TERMS), "confirm");
  await settle(await ask(`/proposals/${second}/hire`, TERMS), "decline");
  await ask(`/proposals/${second}/hire`, TERMS);

  const { topUpId } = await post<{ topUpId: string }>("/credits/top-ups", { amountUsd: 50 });
  mine.topUps.set(topUpId, "unsure");
  await askDoor(sandbox, "POST", `/top-ups/${topUpId}/pay`, {});
  mine.topUps.set(topUpId, "COMPLETED");

  memory.spelling = "unsure";
  const releasedSpelling = `PAID_${memory.accounts.length}`;
  await askDoor(sandbox, "POST", "/guesses", { releasedSpelling });
  memory.spelling = releasedSpelling;
  const clock = { accountId: mine.accountId, advanceMs: 60_000 };
  mine.now = Date.parse((await askDoor<{ now: string }>(sandbox, "POST", "/clock", clock)).now);
  await untilDelivered(sandbox, mine.accountId);
}

/** One that stays, and one that is deleted again. */
async function subscribe(sandbox: Started, mine: Remembered, url: string): Promise<void> {
  const create = async () => {
    const body = { url, eventTypes: TYPES };
    type Hook = { webhook: { id: string } };
    const { webhook } = await askApi<Hook>(sandbox, mine.owner, "POST", "/webhooks", body);
    mine.webhooks.set(webhook.id, "there");
    return webhook.id;
  };
  await create();
  const dropped = await create();
  mine.webhooks.set(dropped, "unsure");
  await askApi(sandbox, mine.owner, "DELETE", `/webhooks/${dropped}`);
  mine.webhooks.set(dropped, "gone");
}

/** A milestone created and funded, a hire with contract and milestone, three requests settled: seven events. */
async function untilDelivered(sandbox: Started, accountId: string): Promise<void> {
  for (;;) {
    const { deliveries } = await truthOf(sandbox, accountId);
    if (deliveries.length >= 7 && deliveries.every(({ state }) => state === "delivered")) return;
    await nextLook(10);
  }
}
