import { describe, expect, test } from "vitest";
import { consequencesOf } from "@/lib/domain/consequences";
import { moneyOf } from "@/lib/domain/money";
import type { ApprovalRecord, MilestoneRecord, Standing, Terms } from "@/lib/domain/records";
import { APPROVAL_TYPES } from "@/lib/domain/standing";
import { messagesFor } from "./index";
import type { View } from "./view";

const words = messagesFor("en");
const view: View = { locale: "en", timeZone: "Europe/Berlin", now: new Date("2026-11-22T02:48:00Z") };
const terms: Terms = { name: "Batch 1", description: null, amountCents: 45_000, dueDate: null };
const milestone: MilestoneRecord = {
  id: "ms_1",
  contractId: "ctr_1",
  number: 1,
  name: "Batch 3",
  status: "ACTIVE_FUNDED",
  phase: "funded",
  amountCents: 25_000,
  amountUnreadable: null,
  dueDate: null,
  readAt: view.now,
  goneAt: null,
};

type Over = Partial<ApprovalRecord> & { amount?: "unknown" | "unreadable" | "at_least" };

function approval(
  type: string | null,
  standing: Standing = "open",
  { amount, ...over }: Over = {},
): ApprovalRecord {
  const read =
    amount === "unreadable" ? { ...milestone, amountCents: null, amountUnreadable: "450.005" } : milestone;
  const isHire = type === "proposal_hire";
  const money = moneyOf({
    type,
    standing: standing === "confirmed" ? "open" : standing,
    recordedTerms: amount && amount !== "at_least" ? null : terms,
    toldTerms: null,
    confirmedTerms: null,
    termsUnreadable: amount === "unreadable" ? "450.005" : null,
    milestone: amount === "unknown" ? null : read,
    contractMilestones:
      amount === "unknown"
        ? null
        : amount === "at_least"
          ? [milestone, { ...milestone, id: "x", phase: "other" }]
          : [read],
    confirmedReleases: new Set(),
  });
  return {
    id: "a",
    workspaceId: "w",
    type,
    status: "pending",
    standing,
    contractId: null,
    milestoneId: null,
    jobId: null,
    proposalId: null,
    approvalUrl: null,
    createdAt: null,
    expiresAt: new Date("2026-11-22T08:00:00Z"),
    resolvedAt: null,
    result: null,
    proof: "read",
    readProblem: null,
    link: { state: "ok", problem: null, found: null },
    seenAt: null,
    way: "capture",
    wayLabel: null,
    lastReadAt: null,
    supersedes: null,
    supersededBy: null,
    replacedButConfirmed: false,
    askedAgain: null,
    confirmedInstead: null,
    counterparty: "Noor B.",
    counterpartyId: null,
    contractTitle: "Dashcam boxes Contract",
    milestoneName: isHire ? null : "Batch 3",
    jobTitle: "Dashcam boxes",
    recordedTerms: isHire ? terms : null,
    toldTerms: null,
    trace: null,
    settledAt: null,
    openedBy: null,
    confirmedTerms: null,
    agent: null,
    money,
    ...over,
  };
}

function say(record: ApprovalRecord): string {
  const { confirm, decline, nobody, outcome } = consequencesOf(record, view.now);
  return [confirm, decline, nobody, outcome]
    .flatMap((sentence) => (sentence ? words.consequences(sentence, view).sentence : []))
    .join(" ");
}

describe("consequences before the decision", () => {
  test("a hire, as the product words it", () => {
    expect(say(approval("proposal_hire"))).toBe(
      "If you confirm, OpenTrain hires Noor B., creates the contract and charges about $504.95: $450.00 into escrow and $54.95 in fees (our estimate). You choose card or credit there. " +
        "If you decline, nothing happens and this request is closed for good. " +
        "If nobody acts by Sun 22 Nov, 09:00 CET (in\u00a05\u00a0h\u00a012\u00a0min), it lapses and the agent has to ask again.",
    );
  });
  test("a hire nobody told the amount of", () => {
    expect(say(approval("proposal_hire", "open", { amount: "unknown", counterparty: null }))).toContain(
      "OpenTrain hires the freelancer, creates the contract and charges the first milestone and its fees. The amount is unknown here; OpenTrain shows it before you confirm.",
    );
  });
  test("a hire whose amount was no amount", () => {
    expect(say(approval("proposal_hire", "open", { amount: "unreadable" }))).toContain(
      "The amount is unknown: the request said 450.005",
    );
  });
  test("a fund: the amount, and the fee that is not documented", () => {
    expect(say(approval("milestone_fund"))).toContain(
      "If you confirm, OpenTrain charges $250.00 and holds it in escrow for “Batch 3”. OpenTrain shows the fee when you confirm (10\u00a0% would be $25.00). You choose card or credit there. If you decline, nothing is charged, “Batch 3” stays unfunded and this request is closed for good.",
    );
    expect(say(approval("milestone_fund", "open", { amount: "unreadable" }))).toContain(
      "The amount is unknown: OpenTrain said 450.005; OpenTrain shows it before you confirm.",
    );
  });
  test("a release cannot be taken back", () => {
    expect(say(approval("milestone_approve"))).toContain(
      "If you confirm, $250.00 leaves escrow and is paid to Noor B. for “Batch 3”. Released money cannot be taken back. If you decline, the money stays in escrow and this request is closed for good.",
    );
    expect(say(approval("milestone_approve", "open", { amount: "unknown" }))).toContain(
      "the money held for “Batch 3” leaves escrow and is paid to Noor B. The amount is unknown here. Released money cannot be taken back.",
    );
  });
  test("an end decides on escrow", () => {
    expect(say(approval("contract_end"))).toContain(
      "OpenTrain ends “Dashcam boxes Contract” with Noor B. $250.00 in escrow is at stake: whether it is released or refunded is decided on OpenTrain’s page.",
    );
    expect(say(approval("contract_end", "open", { amount: "at_least" }))).toContain(
      "At least $250.00 in escrow",
    );
    expect(say(approval("contract_end", "open", { amount: "unknown" }))).toContain(
      "The amount in escrow is unknown here.",
    );
  });
  test("past its time, nothing is promised", () => {
    const said = say(approval("milestone_fund", "open", { expiresAt: new Date("2026-11-22T02:00:00Z") }));
    expect(said).toContain(
      "If you confirm now, OpenTrain may no longer take it, since its time is up. If it does, OpenTrain charges $250.00",
    );
    expect(said).toContain("If nobody acts, it lapses as soon as OpenTrain says so");
  });
  test("unreadable, nothing is promised either", () => {
    const said = say(approval("milestone_fund", "unreadable", { expiresAt: null }));
    expect(said).toContain("whether it is still open could not be read");
    expect(said).toContain("Its deadline could not be read.");
    const late = say(approval("milestone_fund", "unreadable", { expiresAt: new Date(0) }));
    expect(late).toContain("it lapses as soon as OpenTrain says so");
  });
  test("an unknown kind has no known cost", () => {
    expect(say(approval("bonus_pay"))).toContain(
      "This version does not know this kind of request, so its cost is unknown.",
    );
  });
});

describe("what came of it", () => {
  const settled = { resolvedAt: new Date("2026-11-21T20:00:00Z") };
  test.each([
    [
      "proposal_hire",
      "It was confirmed on OpenTrain on Sat 21 Nov, 21:00 CET: OpenTrain hired Noor B., created the contract and put the first milestone (asked for: $450.00) into escrow.",
    ],
    [
      "milestone_fund",
      "It was confirmed on OpenTrain on Sat 21 Nov, 21:00 CET: OpenTrain charged $250.00 and holds it in escrow for “Batch 3”.",
    ],
    [
      "milestone_approve",
      "It was confirmed on OpenTrain on Sat 21 Nov, 21:00 CET: $250.00 left escrow for Noor B., for “Batch 3”.",
    ],
    [
      "contract_end",
      "It was confirmed on OpenTrain on Sat 21 Nov, 21:00 CET: OpenTrain ended the contract with Noor B. and settled what was in escrow.",
    ],
    [null, "It was confirmed on OpenTrain on Sat 21 Nov, 21:00 CET: OpenTrain did what its page said."],
  ])("%s confirmed", (type, sentence) => expect(say(approval(type, "confirmed", settled))).toBe(sentence));

  test("a confirmed hire states the amount once OpenTrain’s own terms were read", () => {
    const read = approval("proposal_hire", "confirmed", settled);
    const sources = { ...read.money.sources, amount: "opentrain" as const };
    expect(say({ ...read, money: { ...read.money, amountCents: 40_000, sources } })).toContain(
      "created the contract and put $400.00 into escrow.",
    );
  });
  test("a replaced one that was confirmed is flagged", () => {
    expect(say(approval("proposal_hire", "confirmed", { ...settled, replacedButConfirmed: true }))).toContain(
      "It had been replaced by a newer request before it was confirmed.",
    );
  });
  test("lapsed is never called declined, nor declined lapsed", () => {
    expect(say(approval("contract_end", "lapsed", settled))).toMatch(
      /^It lapsed on .*: nobody decided in time\./,
    );
    expect(say(approval("contract_end", "lapsed", settled))).not.toMatch(/declin/i);
    expect(say(approval("contract_end", "declined", settled))).toMatch(/^It was declined on OpenTrain on /);
    expect(say(approval("contract_end", "declined", settled))).not.toMatch(/laps/i);
  });
  test("a superseded one points to the newer", () => {
    expect(say(approval("proposal_hire", "superseded"))).toMatch(/^A newer request replaced it/);
  });
});

describe("every type in every phase", () => {
  const standings: Standing[] = ["open", "unreadable", "confirmed", "declined", "lapsed", "superseded"];
  const amounts = [undefined, "unknown", "unreadable", "at_least"] as const;
  const all = [...APPROVAL_TYPES, null].flatMap((type) =>
    standings.flatMap((standing) =>
      amounts.map((amount) =>
        say(
          approval(type, standing, {
            ...(amount ? { amount } : {}),
            counterparty: amount ? null : "Noor B.",
          }),
        ),
      ),
    ),
  );
  test("has a whole, plain sentence", () => {
    expect(new Set(all).size).toBeGreaterThan(30);
    for (const sentence of all) {
      expect(sentence).toMatch(/^[A-Z$].*\.$/);
      expect(sentence).not.toMatch(/!|null|undefined|NaN|\.\.|\s\s|\[object/);
    }
  });
});

test("an agent cannot turn a sentence round", () => {
  const said = say(
    approval("milestone_approve", "open", { counterparty: "Noor\u202e B.", milestoneName: "a\u200bb" }),
  );
  expect(said).toContain("Noor[U+202E] B.");
  expect(said).toContain("“a[U+200B]b”");
});

test.each([
  ["proposal_hire", {}, "Hire Noor B. for “Batch 1”"],
  ["proposal_hire", { recordedTerms: null }, "Hire Noor B. for “Dashcam boxes”"],
  ["proposal_hire", { counterparty: null, recordedTerms: null, jobTitle: null }, "Hire a freelancer"],
  ["milestone_fund", {}, "Fund “Batch 3” for Noor B."],
  ["milestone_fund", { milestoneName: null, counterparty: null }, "Fund a milestone"],
  ["milestone_approve", {}, "Release payment for “Batch 3” to Noor B."],
  ["contract_end", {}, "End contract “Dashcam boxes Contract” with Noor B."],
  ["bonus_pay", {}, "Unknown request about “Batch 3” (Noor B.)"],
])("the title of %s %j", (type, over, title) =>
  expect(words.title(approval(type, "open", over))).toBe(title),
);

describe("history", () => {
  test.each([
    ["asked", {}, "Asked on OpenTrain."],
    ["told", { way: "paste" }, "Told to us, pasted here; not proven yet."],
    ["listed", { way: "capture" }, "Listed here, handed over by the agent, after our own read proved it."],
    [
      "enriched",
      { fields: ["counterparty", "milestone", "odd"], amountCents: 25_000 },
      "Read from OpenTrain: the freelancer and the milestone ($250.00).",
    ],
    ["confirmed", {}, "Confirmed on OpenTrain."],
    [
      "confirmed",
      {
        differences: [
          { field: "amountCents", asked: "450.00", confirmed: "400.00" },
          { field: "dueDate", asked: null, confirmed: "2026-07-15" },
        ],
      },
      "Confirmed on OpenTrain, with other terms than asked: amount $400.00 instead of $450.00 and due 15 Jul 2026 instead of not given.",
    ],
    ["lapsed", {}, "Lapsed: nobody decided in time. Nothing happened."],
    ["asked_again", { count: 2 }, "Asked again, after 2 earlier requests were declined or lapsed."],
    [
      "link_quarantined",
      { problem: "host", text: { url: "https://evil.example/a" } },
      "The link was set aside: it leads to evil.example, not to the connected OpenTrain.",
    ],
    [
      "link_quarantined",
      { problem: "__proto__" },
      "Its link was set aside: it does not lead where it should.",
    ],
    ["toString", {}, "Something this version has no words for: toString."],
    ["confirmed", { differences: [null, 7, { field: "x" }] }, "Confirmed on OpenTrain."],
  ])("%s %j", (kind, { text = null, ...data }: Record<string, unknown>, said) =>
    expect(words.history.event({ kind, data, text: text as Record<string, unknown> | null })).toBe(said),
  );

  test.each([
    [{ kind: "person", id: "1", label: "Ada" }, "Ada"],
    [{ kind: "agent", id: null, label: null }, "The agent"],
    [{ kind: "opentrain", id: null, label: null }, "OpenTrain"],
    [{ kind: "system", id: null, label: null }, "Countersign"],
  ] as const)("by %j", (actor, name) => expect(words.history.actor(actor)).toBe(name));
});

test("figures and sums", () => {
  const { money } = words;
  expect(money.figure(approval("proposal_hire").money, "en")).toBe("$504.95");
  expect(money.figure(approval("contract_end", "open", { amount: "at_least" }).money, "en")).toBe(
    "at least $250.00",
  );
  expect(money.figure(approval("milestone_fund", "open", { amount: "unreadable" }).money, "en")).toBe(
    "unknown: OpenTrain said 450.005",
  );
  expect(money.figure(approval("milestone_fund", "open", { amount: "unknown" }).money, "en")).toBe("unknown");
  expect(money.caption(approval("proposal_hire").money, "waiting")).toBe("estimated charge if you confirm");
  expect(money.caption(approval("milestone_approve").money, "confirmed")).toBe("left escrow");
  expect(money.caption(approval("milestone_fund").money, "waiting")).toBe("charged if you confirm");
  expect(money.caption(approval("milestone_fund").money, "declined")).toBe("was asked; nothing was charged");
  expect(money.caption(approval("proposal_hire").money, "confirmed")).toBe("charged, our estimate");
  expect(money.total(approval("milestone_fund").money, "lapsed")).toBe("Was asked");
  expect(money.total(approval("milestone_approve").money, "confirmed")).toBe("Left escrow");
  expect(money.credit(61_200, { minCents: 14_295, maxCents: 16_795, atLeast: false }, "en")).toBe(
    "Credit is short by $142.95 to $167.95.",
  );
  expect(money.credit(61_200, { minCents: 14_295, maxCents: 16_795, atLeast: true }, "en")).toBe(
    "Credit is short by at least $142.95 to $167.95.",
  );
  expect(money.credit(61_200, { minCents: 0, maxCents: 0, atLeast: true }, "en")).toBe(
    "Credit covers every amount that is known.",
  );
  expect(money.credit(61_200, null, "en")).toBe("$612.00 of credit covers it.");
});

test("following OpenTrain says nothing while all is well", () => {
  expect(words.connection.syncMessages({ state: "ok", problem: null })).toBeNull();
  expect(words.connection.syncMessages({ state: "unreachable", problem: "timeout" })).toMatch(
    /did not answer in time\.$/,
  );
  expect(words.connection.syncMessages({ state: "off", problem: "toString" })).toBe(
    "Not following OpenTrain.",
  );
});

test("every word is plain: no exclamation marks, nothing left open", () => {
  const texts: string[] = [];
  const walk = (node: unknown) => {
    if (typeof node === "string") texts.push(node);
    else if (typeof node === "object" && node !== null) Object.values(node).forEach(walk);
  };
  walk(words);
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(text).not.toMatch(/\w!|TODO|lorem/i);
});
