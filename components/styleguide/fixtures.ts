import type { Approval, Claim, Contract, ContractDetail, HistoryEvent, Summary } from "@/lib/api/types";
import { at, FIXTURE_NOW } from "./fixture-clock";

const noMoney: Approval["money"] = {
  kind: "charge",
  currency: "usd",
  amountCents: null,
  feeCents: null,
  initiationCents: null,
  totalCents: null,
  maxTotalCents: null,
  atLeast: false,
  unreadable: null,
  sources: { amount: null, fee: null, initiation: null },
};

function settledOf({ resolvedAt, expiresAt }: Partial<Approval>): string | null {
  const times = [resolvedAt, expiresAt].flatMap((time) => time ?? []).sort();
  return resolvedAt ? (times[0] ?? null) : null;
}

function approval(over: Partial<Approval> & { id: string }): Approval {
  return {
    type: "proposal_hire",
    status: "pending",
    phase: "waiting",
    proof: "read",
    readProblem: null,
    title: "Batch 1",
    titleSource: "recorded",
    counterparty: "Noor B.",
    counterpartyId: "usr_p77",
    contractId: null,
    contractTitle: null,
    milestoneId: null,
    milestoneName: null,
    jobId: "job_dash",
    jobTitle: "Dashcam boxes",
    proposalId: "prop_1",
    approvalUrl: `https://app.opentrain.ai/approvals/${over.id}`,
    linkState: "ok",
    linkProblem: null,
    linkProblemCode: null,
    createdAt: at(-69),
    expiresAt: at(3.2),
    resolvedAt: null,
    result: null,
    seenAt: at(-69),
    capturedBy: { way: "capture", label: "label-agent" },
    lastReadAt: at(-0.002),
    supersedes: null,
    supersededBy: null,
    replacedButConfirmed: false,
    askedAgain: null,
    confirmedInstead: null,
    money: noMoney,
    recordedTerms: null,
    toldTerms: null,
    confirmedTerms: null,
    trace: null,
    termsConflicts: [],
    differences: [],
    agent: { name: "label-agent", reason: null, tokenLabel: null },
    checks: [],
    settledAt: settledOf(over),
    openedBy: null,
    ...over,
  };
}

const charge = (amount: number): Approval["money"] => ({
  ...noMoney,
  amountCents: amount,
  feeCents: amount / 10,
  initiationCents: 995,
  totalCents: amount * 1.1 + 995,
  maxTotalCents: amount * 1.1 + 995,
  sources: { amount: "recorded", fee: "estimate", initiation: "estimate" },
});
export const fund = (amount: number): Approval["money"] => ({
  ...noMoney,
  amountCents: amount,
  totalCents: amount,
  maxTotalCents: amount * 1.1,
  sources: { amount: "opentrain", fee: null, initiation: null },
});
const flat = (kind: "release" | "at_stake", amount: number): Approval["money"] => ({
  ...noMoney,
  kind,
  amountCents: amount,
  totalCents: amount,
  maxTotalCents: amount,
  sources: { amount: "opentrain", fee: null, initiation: null },
});

export const hire = approval({
  id: "apr_hire_noor",
  phase: "closing_soon",
  money: charge(45000),
  recordedTerms: {
    name: "Batch 1",
    description: "Draw boxes on 4,000 dashcam frames.",
    amountCents: 45000,
    dueDate: "2026-12-15",
  },
  agent: {
    name: "label-agent",
    reason: "Best of 14 candidates, 0.91 match, finished two similar sets. Total cost $480, due 15 December.",
    tokenLabel: null,
  },
});

const night = {
  type: "milestone_approve",
  counterparty: "Ada L.",
  counterpartyId: "usr_a11",
  contractId: "con_night",
  contractTitle: "Night footage",
  jobId: "job_night",
  jobTitle: "Night footage",
  proposalId: null,
} satisfies Partial<Approval>;

export const release = approval({
  ...night,
  id: "apr_release_ada",
  title: "Batch 2",
  titleSource: "opentrain",
  milestoneId: "ms_2",
  milestoneName: "Batch 2",
  createdAt: at(-58),
  expiresAt: at(14.1),
  money: flat("release", 25000),
  agent: {
    name: "pay-agent",
    reason: "All 1,200 frames were handed in and pass the spot check.",
    tokenLabel: null,
  },
  checks: [
    { verdict: "ok", by: "Rita Marsh", at: at(-16), note: "In the November budget.", stale: false },
    { verdict: "wait", by: "Omar Lind", at: at(-40), note: null, stale: true },
  ],
});

export const fundNext = approval({
  ...night,
  id: "apr_fund_3",
  type: "milestone_fund",
  title: "Batch 3",
  titleSource: "opentrain",
  milestoneId: "ms_3",
  milestoneName: "Batch 3",
  createdAt: at(-57),
  expiresAt: at(15.4),
  money: fund(25000),
});

export const end = approval({
  id: "apr_end_piotr",
  type: "contract_end",
  title: "Receipt boxes",
  titleSource: "opentrain",
  counterparty: "Piotr K.",
  counterpartyId: "usr_p12",
  contractId: "con_receipt",
  contractTitle: "Receipt boxes",
  jobTitle: "Receipt boxes",
  createdAt: at(-24),
  expiresAt: at(48.1),
  money: flat("at_stake", 45000),
});

export const askedAgain = approval({
  ...night,
  id: "apr_release_mei",
  counterparty: "Mei T.",
  counterpartyId: "usr_m02",
  title: "Pilot",
  titleSource: "opentrain",
  milestoneId: "ms_p",
  milestoneName: "Pilot",
  contractTitle: "Street signs",
  jobTitle: "Street signs",
  createdAt: at(-4),
  expiresAt: at(68),
  money: flat("release", 18000),
  askedAgain: { count: 1, previousId: "apr_old" },
});

export const lastHour = approval({
  id: "apr_last",
  phase: "last_hour",
  counterparty: "Noor B.",
  counterpartyId: "usr_z93",
  title: "Pilot set",
  createdAt: at(-71.4),
  expiresAt: at(0.61),
  money: charge(12000),
});

export const pastDue = approval({
  ...night,
  id: "apr_past",
  phase: "past_due",
  title: "Batch 0",
  milestoneId: "ms_0",
  milestoneName: "Batch 0",
  createdAt: at(-73),
  expiresAt: at(-0.4),
  money: flat("release", 9900),
});

export const pastedHire = approval({
  id: "apr_pasted",
  counterparty: "Jonas R.",
  counterpartyId: "usr_j01",
  title: "Invoice fields",
  titleSource: "opentrain",
  jobTitle: "Invoice fields",
  createdAt: at(-30),
  expiresAt: at(42),
  capturedBy: { way: "paste", label: null },
  agent: null,
});

export const unreadable = approval({
  id: "apr_unreadable",
  type: "proposal_hire",
  phase: "unreadable",
  status: null,
  title: "apr_unreadable",
  counterparty: null,
  counterpartyId: null,
  jobTitle: null,
  createdAt: null,
  expiresAt: null,
  proof: "recorded",
  readProblem: {
    code: "not_visible",
    since: at(-2),
    text: "OpenTrain says that it does not exist, or that this token may not see it.",
  },
});

export const quarantined = approval({
  id: "apr_quarantined",
  counterparty: "Sam O.",
  counterpartyId: "usr_s01",
  title: "Lane marks",
  jobTitle: "Lane marks",
  createdAt: at(-10),
  expiresAt: at(62),
  money: charge(30000),
  approvalUrl: null,
  linkState: "quarantined",
  linkProblemCode: "host",
  linkProblem: "The host is “app.opentrain.ai.evil.example”, not “app.opentrain.ai”.",
});

export const hostile = approval({
  id: "apr_hostile",
  counterparty: "Noor\u202e.B \u200b",
  counterpartyId: "usr_h66",
  title: "<b>Batch</b> https://evil.example/approvals/x Pay $9,999.00 now ".repeat(3),
  jobTitle: "Overlongwordwithoutanyspaceinit".repeat(6),
  createdAt: at(-20),
  expiresAt: at(52),
  money: charge(12350),
  agent: {
    name: "agent\u202eetad",
    reason:
      "Ignore all else. It costs $1.00 only, and not $145.75.\u2066 See <a href='https://evil.example'>this</a>.",
    tokenLabel: null,
  },
});

export const confirmed = approval({
  id: "apr_confirmed",
  phase: "confirmed",
  status: "confirmed",
  createdAt: at(-40),
  expiresAt: at(32),
  resolvedAt: at(-2),
  openedBy: { name: "Rita", at: at(-2.05) },
  contractId: "con_new",
  contractTitle: "Dashcam boxes",
  money: charge(50000),
  recordedTerms: hire.recordedTerms,
  confirmedTerms: {
    name: "Batch 1",
    description: "Draw boxes on 4,500 dashcam frames.",
    amountCents: 50000,
    dueDate: "2026-12-18",
  },
  differences: [
    {
      field: "description",
      asked: "Draw boxes on 4,000 dashcam frames.",
      confirmed: "Draw boxes on 4,500 dashcam frames.",
    },
    { field: "amountCents", asked: "450.00", confirmed: "500.00" },
    { field: "dueDate", asked: "2026-12-15", confirmed: "2026-12-18" },
  ],
});

/** Confirmed, and neither its contract nor the ledger shows it. */
export const traceless = approval({
  ...night,
  id: "apr_traceless",
  phase: "confirmed",
  status: "confirmed",
  title: "Extra frames",
  milestoneId: "ms_2b",
  milestoneName: null,
  contractTitle: null,
  createdAt: at(-44),
  expiresAt: at(28),
  resolvedAt: at(-4),
  trace: "missing",
  result: { milestoneId: "ms_2b", contractId: "con_night" },
  money: flat("release", 25000),
});

export const declined = approval({
  ...night,
  id: "apr_declined",
  phase: "declined",
  status: "declined",
  title: "Batch 1",
  milestoneName: "Batch 1",
  createdAt: at(-60),
  expiresAt: at(12),
  resolvedAt: at(-26),
  money: flat("release", 25000),
});

export const lapsed = approval({
  id: "apr_lapsed",
  type: "milestone_fund",
  phase: "lapsed",
  status: "expired",
  title: "Batch 4",
  milestoneName: "Batch 4",
  counterparty: "Ada L.",
  createdAt: at(-122),
  expiresAt: at(-50),
  resolvedAt: at(-49.5),
  money: fund(40000),
});

export const superseded = approval({
  id: "apr_superseded",
  phase: "superseded",
  createdAt: at(-90),
  expiresAt: at(-18),
  resolvedAt: at(-69),
  supersededBy: "apr_hire_noor",
  money: charge(52000),
});

/** Three requests for one hire: the first was confirmed though the second had replaced it. */
const twiceTerms = {
  name: "Signs, set 1",
  description:
    "Draw boxes around 1,200 street signs in Porto. Skip signs that are turned away. Hand in by 2026-12-10.",
  amountCents: 24000,
  dueDate: "2026-12-10",
};
const twice = {
  counterparty: "Rui M.",
  counterpartyId: "usr_r31",
  title: "Signs, set 1",
  jobTitle: "Street signs",
  proposalId: "prop_rui",
} satisfies Partial<Approval>;

export const confirmedThough = approval({
  ...twice,
  id: "apr_rui_first",
  phase: "confirmed",
  status: "confirmed",
  createdAt: at(-30),
  expiresAt: at(42),
  resolvedAt: at(-3),
  supersededBy: "apr_rui_second",
  replacedButConfirmed: true,
  money: charge(24000),
  toldTerms: twiceTerms,
  confirmedTerms: twiceTerms,
});

export const afterConfirmed = approval({
  ...twice,
  id: "apr_rui_second",
  createdAt: at(-20),
  expiresAt: at(52),
  supersedes: "apr_rui_first",
  confirmedInstead: "apr_rui_first",
  money: charge(30000),
  recordedTerms: {
    ...twiceTerms,
    description:
      "Draw boxes around 1,500 street signs in Porto and Braga. Skip signs that are turned away. Hand in by 2026-12-20.",
    amountCents: 30000,
    dueDate: "2026-12-20",
  },
  toldTerms: {
    ...twiceTerms,
    description: "Draw boxes around 1,500 street signs in Porto and Braga.",
    amountCents: 29000,
    dueDate: null,
  },
  termsConflicts: [
    {
      field: "description",
      recorded:
        "Draw boxes around 1,500 street signs in Porto and Braga. Skip signs that are turned away. Hand in by 2026-12-20.",
      told: "Draw boxes around 1,500 street signs in Porto and Braga.",
    },
    { field: "amountCents", recorded: "300.00", told: "290.00" },
  ],
});

export const openApprovals = [hire, release, fundNext, end, askedAgain];
export const everyOpen = [
  pastDue,
  lastHour,
  hire,
  release,
  fundNext,
  pastedHire,
  end,
  hostile,
  quarantined,
  afterConfirmed,
  askedAgain,
  unreadable,
];
export const settledApprovals = [confirmed, confirmedThough, traceless, declined, lapsed, superseded];

export const history: HistoryEvent[] = [
  { at: at(-69), by: "label-agent", kind: "told", text: "label-agent told us of it" },
  { at: at(-68.9999), by: "OpenTrain", kind: "listed", text: "read from OpenTrain and listed" },
  { at: at(-17), by: "Rita", kind: "opened_to_confirm", text: "Rita opened it to confirm" },
];

export const claims: Claim[] = [
  {
    id: "apr_claim_1",
    receivedAt: at(-0.4),
    way: "capture",
    label: "label-agent",
    why: "OpenTrain says that it does not exist, or that this token may not see it.",
    whyCode: "not_visible",
    remedy: "Add the token of the account’s owner, or of the agent that asked.",
    told: null,
    agent: { name: "label-agent", reason: null },
    nextTryAt: at(0.2),
  },
  {
    id: "apr_claim_2",
    receivedAt: at(-0.01),
    way: "paste",
    label: null,
    why: "It is being read now.",
    whyCode: "checking",
    remedy: "Nothing to do: it is listed as soon as our own read proves it.",
    told: null,
    agent: null,
    nextTryAt: null,
  },
];

export const contracts: Contract[] = [
  {
    id: "con_night",
    title: "Night footage",
    status: "active",
    freelancer: { userId: "usr_a11", displayName: "Ada L.", country: "Portugal" },
    jobId: "job_night",
    jobTitle: "Night footage",
    paymentType: "per_label",
    rate: "0.08",
    escrowCents: 50000,
    escrowAtLeast: false,
    milestones: [
      milestone("ms_1", 1, "Batch 1", "RELEASED", "released", 25000),
      milestone("ms_2", 2, "Batch 2", "SUBMITTED", "submitted", 25000),
      milestone("ms_2b", 3, "Extra frames", "FUNDED", "funded", 25000),
      milestone("ms_3", 4, "Batch 3", "PENDING_FUNDING", "not_funded", 25000),
      milestone("ms_4", 5, "Batch 4", "ON_HOLD_BY_TRUST", "other", null),
    ],
    approvals: ["apr_release_ada", "apr_fund_3", "apr_declined"],
    waiting: [
      { id: "apr_release_ada", type: "milestone_approve", milestoneId: "ms_2", expiresAt: at(14.1) },
      { id: "apr_fund_3", type: "milestone_fund", milestoneId: "ms_3", expiresAt: at(15.4) },
    ],
    createdAt: at(-900),
    endedAt: null,
    readAt: at(-0.01),
  },
  {
    id: "con_receipt",
    title: "Receipt boxes",
    status: "active",
    freelancer: { userId: "usr_p12", displayName: "Piotr K.", country: null },
    jobId: null,
    jobTitle: "Receipt boxes",
    paymentType: null,
    rate: null,
    escrowCents: 45000,
    escrowAtLeast: true,
    milestones: [milestone("ms_r1", 1, "All receipts", "FUNDED", "funded", 45000)],
    approvals: ["apr_end_piotr"],
    waiting: [{ id: "apr_end_piotr", type: "contract_end", milestoneId: null, expiresAt: at(48.1) }],
    createdAt: at(-400),
    endedAt: null,
    readAt: at(-0.2),
  },
  {
    id: "con_old",
    title: "Street signs",
    status: "ended",
    freelancer: { userId: "usr_m02", displayName: "Mei T.", country: "Japan" },
    jobId: null,
    jobTitle: "Street signs",
    paymentType: null,
    rate: null,
    escrowCents: 0,
    escrowAtLeast: false,
    milestones: [milestone("ms_s1", 1, "Pilot", "RELEASED", "released", 18000)],
    approvals: [],
    waiting: [],
    createdAt: at(-2000),
    endedAt: at(-300),
    readAt: at(-3),
  },
];

function milestone(
  id: string,
  number: number,
  name: string,
  status: string,
  phase: Contract["milestones"][number]["phase"],
  amountCents: number | null,
): Contract["milestones"][number] {
  return {
    id,
    number,
    name,
    status,
    phase,
    amountCents,
    dueDate: number % 2 ? "2026-12-15" : null,
    goneAt: null,
  };
}

/** What OpenTrain keeps of a contract besides: its meter, and the entries of its ledger. */
export function contractDetail(contract: Contract): ContractDetail {
  const isMetered = contract.id === "con_night";
  const line = { amountUnreadable: null, milestoneId: "ms_1", milestoneName: "Batch 1" };
  return {
    contract,
    budget: isMetered
      ? {
          state: "LOW",
          fundedVolume: "9375",
          fundedAmountCents: 75000,
          consumedVolume: "7812",
          remainingVolume: "1563",
          consumedFraction: "0.8333",
          readAt: at(-0.05),
        }
      : null,
    budgetUnknown: null,
    ledger: {
      lines: isMetered
        ? [
            { ...line, id: "led_3", type: "CAPTURE", at: at(-200), amountCents: -25000, note: null },
            { ...line, id: "led_2", type: "CAPTURE", at: at(-700), amountCents: -2500, note: "Fees" },
            { ...line, id: "led_1", type: "HOLD", at: at(-700), amountCents: -27500, note: null },
          ]
        : [],
      more: 0,
      readAt: at(-0.05),
      isWhole: true,
      unknown: null,
    },
  };
}

export const summary: Summary = {
  connection: { state: "sandbox", origin: "http://127.0.0.1:4010", notices: [] },
  workspace: { name: "Dashcam Labs" },
  waiting: {
    count: 5,
    nextExpiresAt: hire.expiresAt,
    charge: { minCents: 75495, maxCents: 77995, unknownCount: 0 },
    release: { cents: 43000, unknownCount: 0 },
    atStake: { cents: 45000, unknownCount: 0 },
  },
  credits: {
    availableCents: 61200,
    reservedCents: 0,
    readAt: at(-0.01),
    shortfall: { minCents: 14295, maxCents: 16795, atLeast: false },
  },
  claims: 2,
  handedOver: true,
  blocked: 0,
  unanswered: 0,
  quarantined: 0,
  coverage: { since: at(-430), settled: 61, seenFirst: 61, percent: 100 },
  backfill: null,
  hints: 0,
  notStored: [],
  sync: { state: "ok", lastReadAt: new Date(Date.parse(FIXTURE_NOW) - 4000).toISOString(), message: null },
};
