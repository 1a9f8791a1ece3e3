/** Our JSON, as the contract fixes it: instants are ISO strings, money is integer cents. */
export type Source = "opentrain" | "recorded" | "agent" | "estimate";

export type Phase =
  | "waiting"
  | "closing_soon"
  | "last_hour"
  | "past_due"
  | "confirmed"
  | "declined"
  | "lapsed"
  | "superseded"
  | "unreadable";

export type LinkState = "ok" | "missing" | "quarantined";

export type Terms = {
  name: string | null;
  description: string | null;
  amountCents: number | null;
  dueDate: string | null;
};

export type Money = {
  kind: "charge" | "release" | "at_stake" | "unknown";
  currency: "usd";
  amountCents: number | null;
  feeCents: number | null;
  initiationCents: number | null;
  totalCents: number | null;
  maxTotalCents: number | null;
  atLeast: boolean;
  unreadable: string | null;
  sources: { amount: Source | null; fee: Source | null; initiation: Source | null };
};

export type Approval = {
  id: string;
  type: string | null;
  status: string | null;
  phase: Phase;
  proof: "read" | "recorded";
  readProblem: { code: string; since: string; text: string } | null;
  title: string;
  titleSource: Source;
  counterparty: string | null;
  counterpartyId: string | null;
  contractId: string | null;
  contractTitle: string | null;
  milestoneId: string | null;
  milestoneName: string | null;
  jobId: string | null;
  jobTitle: string | null;
  proposalId: string | null;
  approvalUrl: string | null;
  linkState: LinkState;
  linkProblem: string | null;
  linkProblemCode: string | null;
  createdAt: string | null;
  expiresAt: string | null;
  resolvedAt: string | null;
  result: Record<string, unknown> | null;
  seenAt: string | null;
  capturedBy: { way: "recorder" | "capture" | "paste" | "backfill" | "feed"; label: string | null };
  lastReadAt: string | null;
  supersedes: string | null;
  supersededBy: string | null;
  replacedButConfirmed: boolean;
  askedAgain: { count: number; previousId: string } | null;
  /** The earlier request that this one replaced and that was confirmed all the same. */
  confirmedInstead: string | null;
  money: Money;
  recordedTerms: Terms | null;
  toldTerms: Terms | null;
  confirmedTerms: Terms | null;
  /** Whether contract or ledger show what was confirmed; null while that is not judged. */
  trace: "found" | "missing" | null;
  termsConflicts: { field: keyof Terms; recorded: string | null; told: string | null }[];
  differences: { field: keyof Terms; asked: string | null; confirmed: string | null }[];
  agent: { name: string | null; reason: string | null; tokenLabel: string | null } | null;
  checks: { verdict: "ok" | "wait"; by: string; at: string; note: string | null; stale: boolean }[];
  /** When it was settled, as lists of what is settled go by it. */
  settledAt: string | null;
  /** Who last left for OpenTrain's page before it was settled; what they did there is not known. */
  openedBy: { name: string; at: string } | null;
};

export type Sums = {
  charge: { minCents: number; maxCents: number; unknownCount: number };
  release: { cents: number; unknownCount: number };
  atStake: { cents: number; unknownCount: number };
};

export type Totals = { count: number; open: Sums; confirmed: Sums };

export type Outcomes = { confirmed: number; declined: number; lapsed: number; superseded: number };
export type Summed = { count: number; outcomes: Outcomes; confirmed: Sums };

/**
 * What was settled, of a filter, newest first. `from` inclusive and `to` exclusive are where a day or month of the
 * zone begins and ends; those without anything are left out. `confirmed`: the sums of what was confirmed.
 */
export type HistorySums = Summed & {
  timeZone: string;
  months: ({ month: string; from: string; to: string } & Summed)[];
  days: { day: string; from: string; to: string; count: number }[];
  asOf: string;
};

export type ApprovalList = {
  approvals: Approval[];
  nextCursor: string | null;
  totals: Totals | null;
  asOf: string;
  /** What some of them replaced while it was open, by the newer one's id: the latest first. */
  earlier?: Record<string, { id: string; createdAt: string | null }[]>;
};

export type HistoryEvent = { at: string; by: string; text: string; kind: string };

export type WordChange = { kind: "kept" | "out" | "in"; text: string };
/** Amounts as decimal dollars; `words` where a text can be compared word by word. */
export type TermChange = {
  field: keyof Terms;
  before: string | null;
  after: string | null;
  words: WordChange[] | null;
};
export type RelatedRequest = {
  id: string;
  phase: Phase;
  createdAt: string | null;
  settledAt: string | null;
};
/** `changes`: from the older one to the newer; null where the terms of one are not known. */
export type Neighbour = RelatedRequest & { changes: TermChange[] | null };
export type ApprovalDetail = {
  approval: Approval;
  history: HistoryEvent[];
  /** Requests for the same thing. `earlier`: declined or lapsed before it was asked again, the latest first. */
  lineage: { older: Neighbour | null; newer: Neighbour | null; earlier: RelatedRequest[] };
  /** `told`: from what OpenTrain accepted to what we were told; `confirmed`: from what was asked. */
  changes: { told: TermChange[]; confirmed: TermChange[] };
  /** What lies around it: how old each is, or why it is unknown. */
  around: Around[];
  /** What OpenTrain's ledger shows of its confirmation; nothing of what was paid by card. */
  ledger: LedgerLine[];
  /** Whether nothing there means that there is nothing; null until the request's own answer says so. */
  ledgerReach: LedgerReach | null;
};

export type Around = {
  what: "contract" | "milestone" | "budget" | "proposal" | "job" | "credits";
  id: string | null;
  source: "opentrain";
  readAt: string | null;
  unknown: { code: string; since: string; text: string } | null;
};

export type Claim = {
  id: string;
  receivedAt: string;
  way: "capture" | "paste";
  label: string | null;
  why: string;
  whyCode: string;
  /** What to do about it, for the same code. */
  remedy: string;
  told: Record<string, unknown> | null;
  /** What the agent said of itself, not proven either. */
  agent: { name: string | null; reason: string | null } | null;
  /** When it is tried again by itself; null: no more. */
  nextTryAt: string | null;
};
export type ClaimList = { claims: Claim[] };

export type Action = "hire" | "fund" | "release" | "end";

/** What a request that is not on the list is about, as OpenTrain told it; both null while it was not read yet. */
export type About = {
  counterparty: string | null;
  jobTitle: string | null;
  contractTitle: string | null;
  amountCents: number | null;
  /** What OpenTrain said, when it is no amount. */
  amountUnreadable: string | null;
  readAt: string | null;
  unknown: { code: NonNullable<Approval["readProblem"]>["code"]; since: string; text: string } | null;
};

/** Asked through the recorder and refused by OpenTrain. `reason` is its word, or one of ours where it has none. */
export type Blocked = {
  id: string;
  at: string;
  lastAt: string;
  times: number;
  action: Action;
  reason: string;
  subject: string | null;
  subjectId: string | null;
  about: About;
  terms: Terms | null;
  link: string | null;
  linkState: LinkState;
  agent: Approval["agent"];
};
export type BlockedList = { blocked: Blocked[] };

/** Asked through the recorder, answer not seen. Answered: what became of it was found out since. */
export type Unanswered = {
  id: string;
  askedAt: string;
  action: Action;
  subject: string | null;
  subjectId: string | null;
  about: About;
  terms: Terms | null;
  agent: Approval["agent"];
  state: "unknown" | "answered" | "faded";
  /** What came of it, once that is known. */
  approvalId: string | null;
};
export type UnansweredList = { unanswered: Unanswered[] };

export type Milestone = {
  id: string;
  number: number | null;
  name: string | null;
  status: string;
  phase: "not_funded" | "funded" | "submitted" | "released" | "other";
  amountCents: number | null;
  dueDate: string | null;
  /** Since when OpenTrain lists it no more: refunded or cancelled. What was read of it stays. */
  goneAt: string | null;
};

export type Contract = {
  id: string;
  title: string | null;
  status: string;
  freelancer: { userId: string; displayName: string; country: string | null } | null;
  jobId: string | null;
  jobTitle: string | null;
  paymentType: string | null;
  rate: string | null;
  escrowCents: number | null;
  escrowAtLeast: boolean;
  milestones: Milestone[];
  approvals: string[];
  /** Those of them that wait, the nearest deadline first. */
  waiting: { id: string; type: string | null; milestoneId: string | null; expiresAt: string | null }[];
  createdAt: string | null;
  endedAt: string | null;
  readAt: string;
};
export type ContractList = { contracts: Contract[]; asOf: string };
/** OpenTrain's own meter of a contract: volumes in the contract's unit, as decimal text. */
export type Budget = {
  state: string | null;
  fundedVolume: string | null;
  fundedAmountCents: number | null;
  consumedVolume: string | null;
  remainingVolume: string | null;
  consumedFraction: string | null;
  readAt: string;
};
type Unknown = { code: string; since: string; text: string };
/** An entry of OpenTrain's ledger, its amount with OpenTrain's sign: added to the credit, or taken from it. */
export type LedgerLine = {
  id: string;
  type: string | null;
  at: string | null;
  amountCents: number | null;
  amountUnreadable: string | null;
  milestoneId: string | null;
  milestoneName: string | null;
  note: string | null;
};
/** `isWhole`: the ledger was read to its beginning. */
export type LedgerReach = { readAt: string | null; isWhole: boolean; unknown: Unknown | null };
/** `more`: older lines left out. */
export type Ledger = LedgerReach & { lines: LedgerLine[]; more: number };
export type ContractDetail = {
  contract: Contract;
  budget: Budget | null;
  /** Why the budget is not known, or not any more. */
  budgetUnknown: Unknown | null;
  ledger: Ledger;
};

/**
 * What every page says about the connection, the worst first. `label`: what the token is called here. `isOnly`:
 * no other token reads in its place.
 */
export type ConnectionNotice =
  | { kind: "disconnected"; since: string | null }
  | { kind: "no_token" }
  | { kind: "token_expired" | "token_refused"; label: string; since: string | null; isOnly: boolean }
  | { kind: "scope_missing"; scope: string }
  | { kind: "token_expires"; label: string; at: string };

export type Summary = {
  connection: {
    state: "none" | "sandbox" | "real" | "disconnected";
    origin: string | null;
    notices: ConnectionNotice[];
  };
  workspace: { name: string } | null;
  waiting: Sums & { count: number; nextExpiresAt: string | null };
  credits: {
    availableCents: number;
    reservedCents: number;
    readAt: string;
    shortfall: { minCents: number; maxCents: number; atLeast: boolean } | null;
  } | null;
  claims: number;
  /** Whether anything was ever handed over to this inbox; without that an empty list tells nothing. */
  handedOver: boolean;
  blocked: number;
  unanswered: number;
  quarantined: number;
  coverage: { since: string; settled: number; seenFirst: number; percent: number | null } | null;
  /** Null where no history was ever begun to be read. */
  backfill: Backfill | null;
  /** How many hints the coverage names. */
  hints: number;
  /** When agents' calls passed that could not be stored: what was asked then may wait unseen. The latest first. */
  notStored: { from: string; to: string | null }[];
  sync: {
    state: "ok" | "behind" | "refused" | "unreachable" | "off";
    lastReadAt: string | null;
    message: string | null;
  };
};

/**
 * Reading the account's history. `found`: named by the feed and not known before; of them `read`, `hidden` (no
 * connected token may see them), `unreadable`, and `toGo`. `waiting`: why it pauses.
 */
export type Backfill = {
  state: "running" | "finished" | "cancelled";
  stage: "collecting" | "reading";
  eventsRead: number;
  found: number;
  read: number;
  hidden: number;
  unreadable: number;
  toGo: number;
  startedAt: string;
  endedAt: string | null;
  waiting: string | null;
  waitingCode: string | null;
};

/**
 * A sign that something may wait unseen, no proof of it. `subject`: what others called the milestone, contract or
 * job it is about.
 */
export type Hint = {
  kind: "invoice" | "hire" | "handed_in";
  text: string;
  subject: string | null;
  subjectId: string;
  contractId: string | null;
  since: string | null;
  amountCents: number | null;
};

/** `agents`: by the name each gave itself; null for requests whose agent gave none. */
export type Coverage = {
  since: string;
  from: string;
  to: string;
  settled: number;
  seenFirst: number;
  percent: number | null;
  agents: { name: string | null; settled: number; seenFirst: number; percent: number | null }[];
  /** Settled in the first 72 hours and visible to no token: not counted, since they may have been asked before. */
  maybeEarlier: number;
  misses: {
    id: string;
    type: string;
    /** What it was, in a line, and for how much; null for one that no connected token can see. */
    title: string | null;
    money: Money | null;
    outcome: string;
    agent: string | null;
    createdAt: string;
    settledAt: string;
    /** Null for one that no connected token can see; its end stands for when it was asked, too. */
    seenAt: string | null;
    why: string;
    whyCode: string;
  }[];
  gaps: { from: string; to: string; isOpen: boolean; why: string; whyCode: string }[];
  /** What hints now that something may wait unseen, whatever the period. */
  hints: Hint[];
};

export type Role = "owner" | "finance" | "viewer";
export type InvitationState = "open" | "used" | "expired" | "revoked";

/** Last use, who left and who was invited are told to those who may change the team; to others they are not. */
export type Team = {
  /** By our own clock, not OpenTrain's. */
  asOf: string;
  canManage: boolean;
  members: {
    id: string;
    email: string;
    name: string | null;
    role: Role;
    joinedAt: string;
    lastUsedAt: string | null;
    isYou: boolean;
    canBeRemoved: boolean;
  }[];
  removed: { id: string; email: string; name: string | null; removedAt: string }[];
  invitations: {
    id: string;
    label: string | null;
    role: Role;
    state: InvitationState;
    createdAt: string;
    expiresAt: string;
    usedBy: string | null;
    endedAt: string | null;
  }[];
};
/** The link is told here once and never again. */
export type NewInvitation = { id: string; link: string; expiresAt: string };
export type InvitationSeen = {
  workspaceName: string;
  inviter: string;
  role: Role;
  expiresAt: string;
  returning: { email: string; name: string | null } | null;
  suggestedEmail: string | null;
  /** Somebody is signed in with this browser already. */
  you: { email: string; isMember: boolean } | null;
};
/** What came of a call of an agent; `refused` by us, `not_taken` by OpenTrain. */
export type CallOutcome =
  | "listed"
  | "claimed"
  | "tested"
  | "asked"
  | "not_taken"
  | "unanswered"
  | "read"
  | "passed"
  | "refused";
export type LastCall = {
  at: string;
  outcome: CallOutcome;
  why: string | null;
  whyCode: string | null;
  approvalId: string | null;
};
/** Turned away before anybody could tell whose it is. */
export type StrayCall = {
  door: "capture" | "recorder" | "address";
  why: string;
  whyCode: string;
  at: string;
  calls: number;
};
/** The ways in, and who came by them lately; keys and strays for those who may change them. */
export type CaptureState = {
  /** By our own clock, not OpenTrain's. */
  asOf: string;
  canManage: boolean;
  /** The sandbox's agent has a token that can be shown, for trying the ways in. */
  hasSandboxAgent: boolean;
  keys: {
    id: string;
    label: string;
    source: "generated" | "environment" | "settings" | "sandbox";
    state: "unshown" | "in_use" | "revoked";
    canBeRevoked: boolean;
    createdAt: string;
    lastUsedAt: string | null;
    revokedAt: string | null;
    last: LastCall | null;
  }[];
  callers: {
    way: "capture" | "recorder";
    agentName: string | null;
    keyLabel: string | null;
    keyId: string | null;
    firstAt: string;
    calls: number;
    /** The most frequent first. */
    lastDay: { outcome: CallOutcome; calls: number }[];
    last: LastCall;
  }[];
  strays: StrayCall[];
};
/** The secret is told here once and never again. */
export type NewCaptureKey = { id: string; label: string; secret: string };
export type OwnSession = {
  id: string;
  device: { browser: string | null; system: string | null };
  network: string | null;
  startedAt: string;
  lastUsedAt: string;
  isThis: boolean;
};
/** How one sees the inbox oneself; null: as the browser says. */
export type OwnPreferences = {
  locale: "en" | "de" | null;
  theme: "light" | "dark" | null;
  timeZone: string | null;
  singleKeys: boolean;
  keepOffline: boolean;
  firstSteps: boolean;
};
export type OwnSessions = { asOf: string; sessions: OwnSession[] };

export type Health = {
  status: "ok" | "degraded";
  version: string;
  database: "ok" | "down";
  worker: "ok" | "late" | "down";
  upstream: "ok" | "unreachable" | "refused" | "unknown";
  syncAgeMs: number | null;
  spooled: number;
  /** Files of this host's spool with something in them that nobody can read, kept until somebody takes them away. */
  damagedSpoolFiles: number;
  /** Requests whose answer is stored and that have not come onto the list within two minutes. */
  unsettled: number | null;
  sandbox: boolean;
  /** `changeable`: the role that runs the app could change the event history; null while nobody can say. */
  history: "append_only" | "changeable" | null;
};

/** What a stream tells: which thing of a kind changed, or with no id that all of that kind may have. */
export type LiveEvent = {
  kind: "approval" | "contract" | "summary" | "claim" | "blocked" | "unanswered" | "capture";
  id: string | null;
};

export type ApiError = {
  error: string;
  code: string;
  requestId: string;
  details?: Record<string, unknown>;
};
