import { afterAll, beforeAll, expect, test } from "vitest";
import { type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";

/** However busy the machine is. */
const LONG = { timeout: 30_000 };

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const truthOf = async ({ accountId }: Made) =>
  (await sandbox.door("GET", `/truth?accountId=${accountId}`)).body;

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

test(
  "large: 500 wait, 5,000 are settled, and contracts, 20,000 events and money agree with them",
  LONG,
  async () => {
    const made = await sandbox.account({ scenario: "large", creditsCents: 123_45 });
    const { approvals, contracts, credits, events, ledger, now } = await truthOf(made);
    const pending = approvals.filter(({ status }) => status === "pending");
    const settled = approvals.filter(({ status }) => status !== "pending");
    expect([pending.length, settled.length]).toEqual([500, 5000]);
    expect(new Set(settled.map(({ status }) => status))).toEqual(
      new Set(["confirmed", "declined", "expired"]),
    );
    const types = ["proposal_hire", "milestone_fund", "milestone_approve", "contract_end"];
    expect(types.map((type) => pending.filter((one) => one.type === type).length)).toEqual([
      200, 150, 100, 50,
    ]);
    const ends = pending.map(({ expiresAt }) => Date.parse(expiresAt));
    expect(new Set(ends).size).toBe(500);
    expect(Math.min(...ends)).toBeGreaterThan(Date.parse(now));

    expect(events).toHaveLength(20_000);
    const told = events.filter(({ type }) => type === "approval.confirmed");
    const word = (id: unknown, status: unknown) => `${id} ${status}`;
    expect(told.map(({ data }) => word(data.approvalId, data.status)).toSorted()).toEqual(
      settled.map(({ id, status }) => word(id, status)).toSorted(),
    );
    const times = events.map(({ createdAt }) => Date.parse(createdAt));
    expect(times).toEqual(times.toSorted((a, b) => a - b));

    const hired = settled.filter(({ type, status }) => type === "proposal_hire" && status === "confirmed");
    expect(contracts.map(({ id }) => id).toSorted()).toEqual(
      hired.map(({ result }) => result?.contractId).toSorted(),
    );
    const funded = contracts
      .flatMap((one) => one.milestones)
      .filter(({ status }) => status === "ACTIVE_FUNDED");
    const escrow = sum(funded.map(({ amountUsd }) => Math.round(amountUsd * 100)));
    const { books, availableCents, reservedCents } = credits;
    expect(availableCents).toBe(123_45);
    expect(books.toppedUpCents + books.cardChargedCents).toBe(
      availableCents + escrow + books.paidOutCents + books.feesCents + books.cardRefundedCents,
    );
    const of = (...kinds: string[]) =>
      sum(ledger.filter(({ type }) => kinds.includes(type)).map(({ amountCents }) => amountCents));
    expect([availableCents, reservedCents]).toEqual([
      of("TOP_UP", "HOLD", "HOLD_RELEASE"),
      -of("HOLD", "HOLD_RELEASE") + of("CAPTURE"),
    ]);
  },
);

/** What the API tells about each approval of a class: itself, its contract, its proposal, and the feed. */
async function heardOf(made: Made, name: string): Promise<string[]> {
  const { classes } = made as Made & { classes: Record<string, string[]> };
  const read = async (path: string) => (await sandbox.call(made.tokens.owner, "GET", path)).text;
  return Promise.all(
    (classes[name] ?? []).map(async (id) => {
      if (name === "unknownEventTypes") return read(`/updates?cursor=${Number(id) - 1}&limit=1`);
      const text = await read(`/approvals/${encodeURIComponent(id)}`);
      const { approval } = JSON.parse(text) as { approval: Record<string, string | null> };
      const contract =
        approval.contractId && (await read(`/contracts/${encodeURIComponent(approval.contractId)}`));
      const proposal =
        approval.proposalId && (await read(`/proposals/${encodeURIComponent(approval.proposalId)}`));
      return [text, contract, proposal].join("\n");
    }),
  );
}

const HEARD: [string, RegExp, number][] = [
  ["bidi", /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/, 6],
  ["zeroWidth", /[\u200b-\u200d\u2060\ufeff\u00ad]/, 6],
  ["html", /<script>|onerror|onload|<iframe|&lt;b&gt;/, 10],
  ["markdown", /\]\(https:|# Approved/, 6],
  ["oneCharacter", /"(jobTitle|name)":"x"/, 2],
  ["longText", /"(jobTitle|name)":"[Wa-z ]{400}"/, 4],
  ["emoji", /\p{Emoji_Presentation}\u{1f3fd}?\u200d/u, 4],
  ["combiningMarks", /\p{Mn}/u, 6],
  ["rightToLeftNames", /"displayName":"[\u0590-\u06ff]+ [\u0590-\u06ff]\."/, 4],
  ["sameName", /"displayName":"Alex K\."/, 2],
  ["fakeAmounts", /\$0\.00|\$1,000,000|450\.00 USD/, 6],
  ["lookAlikeLinks", /evil\.example|javascript:|opentr\u0430in|"approvalUrl":"(\/approvals\/[^"]+|)"/, 14],
  ["oddIds", /"approval":\{"id":"(?![a-z]+_[a-z0-9]{14}")/, 15],
  ["unknownTypes", /"type":("milestone_split"|""|null|5)/, 4],
  ["unknownStatuses", /"status":("on_hold"|"PENDING"|""|null|true|"paused"|\{"raw":"ON_ICE")/, 9],
  ["unknownMilestoneStates", /"status":("IN_DISPUTE"|"ESCROWED"|"active_funded"|""|null)/, 5],
  ["threeDecimals", /"amountUsd":(450\.005|0\.30000000000000004|1e-7)/, 3],
  ["strangeAmounts", /"amountUsd":(-5|1000000000000000|1e\+21|"450\.00"|null)/, 5],
  ["missingTitles", /"(title|name|jobTitle)":(null|"")/, 4],
  ["missingContract", /"code":"NOT_FOUND".*"resource":"contracts"/, 1],
  ["unknownEventTypes", /"type":("contract\.reopened"|""|"approval\.created")/, 3],
];

test(
  "hostile: every class is there, found by its name, and stands in what the API answers",
  LONG,
  async () => {
    const made = await sandbox.account({ scenario: "hostile" });
    const { classes } = made as Made & { classes: Record<string, string[]> };
    expect(Object.keys(classes).toSorted()).toEqual(HEARD.map(([name]) => name).toSorted());
    for (const [name, pattern, count] of HEARD) {
      const heard = await heardOf(made, name);
      expect(heard.length, name).toBe(count);
      for (const text of heard) expect(text, name).toMatch(pattern);
    }
    const shapes = new Set(classes.oddIds?.map((id) => id.replace(/[a-z0-9]{5,}/g, "~")));
    expect(shapes.size).toBeGreaterThanOrEqual(10);
  },
);

test(
  "hostile: beneath the strange answers every request can be answered, and the money adds up",
  LONG,
  async () => {
    const made = await sandbox.account({ scenario: "hostile" });
    const { approvals } = await truthOf(made);
    const pending = approvals.filter(({ status }) => status === "pending");
    expect(pending.length).toBeGreaterThan(100);
    for (const { id } of pending) {
      const heard = await sandbox.door("POST", `/approvals/${encodeURIComponent(id)}/confirm`);
      expect([heard.status, heard.body.approval?.id], id).toEqual([200, id]);
    }
    const { credits, contracts } = await truthOf(made);
    const escrow = sum(
      contracts
        .flatMap((one) => one.milestones)
        .filter(({ status }) => status === "ACTIVE_FUNDED")
        .map(({ amountUsd }) => Math.round(amountUsd * 100)),
    );
    const { books } = credits;
    expect(books.cardChargedCents).toBe(escrow + books.paidOutCents + books.feesCents);
  },
);
