import { askApi, askDoor, type Memory, type Remembered, type Truth, truthOf } from "./memory";
import { callProcess, type Started } from "./real-process";

type Claim = (fine: boolean, what: string) => void;

/** Everything this process says that differs from what was answered before, or that cannot be. */
export async function complaints(sandbox: Started, memory: Memory): Promise<string[]> {
  const wrong: string[] = [];
  const claim: Claim = (fine, what) => {
    if (!fine) wrong.push(what);
  };
  const eventIds: string[] = [];
  for (const mine of memory.accounts) {
    const truth = await truthOf(sandbox, mine.accountId);
    eventIds.push(...truth.events.map(({ id }) => id));
    claim(Date.parse(truth.now) >= mine.now, "the clock went back");
    checkApprovals(truth, mine, claim);
    checkMilestones(truth, mine, claim);
    checkMoney(truth, claim);
    checkEvents(truth, memory, claim);
    checkDeliveries(truth, mine, memory, claim);
    await checkApi(sandbox, mine, claim);
  }
  claim(new Set(eventIds).size === eventIds.length, "an event id was given twice");
  const { guesses } = await askDoor<{ guesses: { releasedSpelling: string } }>(
    sandbox,
    "POST",
    "/guesses",
    {},
  );
  claim(agrees(memory.spelling, guesses.releasedSpelling), "a switch went back");
  return wrong;
}

function agrees(told: string | undefined, is: string): boolean {
  return told === undefined || told === "unsure" || told === is;
}

/** What was in doubt is settled by the first answer about it. */
function hold(told: Map<string, string>, id: string, is: string, claim: Claim): void {
  const before = told.get(id);
  claim(agrees(before, is), `${id} was ${before}, is ${is}`);
  if (before === "unsure") told.set(id, is);
}

function checkApprovals(truth: Truth, mine: Remembered, claim: Claim): void {
  const ids = truth.approvals.map(({ id }) => id);
  claim(new Set(ids).size === ids.length, "an approval is there twice");
  for (const id of mine.approvals.keys()) claim(ids.includes(id), `${id} is gone`);
  for (const { id, status } of truth.approvals) {
    hold(mine.approvals, id, status, claim);
    const told = truth.events.filter(({ data }) => data.approvalId === id);
    claim(told.length === (status === "pending" ? 0 : 1), `${id} is ${status} with ${told.length} events`);
  }
  const hired = truth.contracts.map(({ proposalId }) => proposalId);
  claim(new Set(hired).size === hired.length, "a hire ran twice");
}

function checkMilestones(truth: Truth, mine: Remembered, claim: Claim): void {
  const all = truth.contracts.flatMap(({ milestones }) => milestones);
  for (const id of mine.milestones) claim(all.filter((one) => one.id === id).length === 1, `${id} is gone`);
  claim(all.filter(({ name }) => name === "The new batch").length <= 1, "a milestone is there twice");
}

function checkMoney({ credits, contracts }: Truth, claim: Claim): void {
  const { availableCents, books } = credits;
  const escrow = contracts
    .flatMap(({ milestones }) => milestones)
    .filter(({ status }) => status === "ACTIVE_FUNDED")
    .reduce((total, { amountUsd }) => total + Math.round(amountUsd * 100), 0);
  const sum = (...names: string[]) => names.reduce((total, name) => total + (books[name] ?? 0), 0);
  const came = sum("toppedUpCents", "cardChargedCents");
  const known = availableCents + escrow + sum("paidOutCents", "feesCents", "cardRefundedCents");
  claim(came === known, `${came} cents came, ${known} are accounted for`);
}

/** An id that was seen with one event is never seen with another: not in the feed, not in a delivery. */
function checkEvents(truth: Truth, { events, received }: Memory, claim: Claim): void {
  const mine = new Set(truth.events.map(({ id }) => id));
  const seen = [
    ...truth.events.map((event) => [event.id, JSON.stringify(event)] as const),
    ...received.filter(({ event }) => mine.has(event)).map(({ event, body }) => [event, body] as const),
  ];
  for (const [id, body] of seen) {
    claim((events.get(id) ?? body) === body, `event ${id} is another`);
    events.set(id, body);
  }
}

function checkDeliveries(truth: Truth, { delivered }: Remembered, memory: Memory, claim: Claim): void {
  const pairs = truth.deliveries.map(({ webhookId, eventId }) => `${webhookId} ${eventId}`);
  claim(new Set(pairs).size === pairs.length, "an event has two deliveries");
  for (const { id, state } of truth.deliveries) {
    const times = memory.received.filter(({ delivery }) => delivery === id).length;
    const before = delivered.get(id);
    claim(
      before === undefined || (state === "delivered" && times === before),
      `delivery ${id} was made again`,
    );
    claim(state !== "delivered" || times > 0, `delivery ${id} never came`);
    if (state === "delivered") delivered.set(id, times);
  }
}

async function checkApi(sandbox: Started, mine: Remembered, claim: Claim): Promise<void> {
  for (const token of [mine.owner, ...mine.tokens]) {
    const { status } = await callProcess(sandbox, token, "GET", "/auth/me");
    claim(status === 200, "a token is gone");
  }
  const { webhooks } = await askApi<{ webhooks: { id: string }[] }>(sandbox, mine.owner, "GET", "/webhooks");
  for (const id of mine.webhooks.keys()) {
    const there = webhooks.some((one) => one.id === id);
    hold(mine.webhooks, id, there ? "there" : "gone", claim);
  }
  for (const id of mine.topUps.keys()) {
    type Read = { topUp: { status: string } };
    const { topUp } = await askApi<Read>(sandbox, mine.owner, "GET", `/credits/top-ups/${id}`);
    hold(mine.topUps, id, topUp.status, claim);
  }
}
