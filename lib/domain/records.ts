/** What the rest of the code passes around: plain values, instants as Date, money as integer cents. */
export type Source = "opentrain" | "recorded" | "agent" | "estimate";

/** The four things an agent asks for that OpenTrain wants a human's yes to. */
export type Action = "hire" | "fund" | "release" | "end";

export type ApprovalType = "proposal_hire" | "milestone_fund" | "milestone_approve" | "contract_end";
export type ApprovalStatus = "pending" | "confirmed" | "declined" | "expired";

/** Where an approval stands whatever the clock says; the clock splits `open` into phases. */
export type Standing = "open" | "confirmed" | "declined" | "lapsed" | "superseded" | "unreadable";

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
  /** What OpenTrain said, when it is no amount. */
  unreadable: string | null;
  sources: { amount: Source | null; fee: Source | null; initiation: Source | null };
};

export type LinkState = "ok" | "missing" | "quarantined";
export type LinkProblem =
  | "not_a_url"
  | "scheme"
  | "user_info"
  | "host"
  | "port"
  | "path"
  | "query_or_fragment"
  | "odd_characters";

export type ReadProblemCode = "not_visible" | "scope" | "garbled" | "unknown_status" | "unreachable";

/** What lies around requests; each is read by itself, and may fail by itself. */
export type UnreadKind = "contract" | "proposal" | "milestone" | "jobs" | "credits" | "ledger";

/** Of a contract, as OpenTrain tells it: volumes as decimal text, money in cents. */
export type Budget = {
  state: string | null;
  fundedVolume: string | null;
  fundedAmountCents: number | null;
  consumedVolume: string | null;
  remainingVolume: string | null;
  consumedFraction: string | null;
};

/** One thing around a request: since when its values are as they are, or why there are none. */
export type Around = {
  what: "contract" | "milestone" | "budget" | "proposal" | "job" | "credits";
  id: string | null;
  readAt: Date | null;
  unread: { code: ReadProblemCode; since: Date } | null;
};

export type CaptureWay = "recorder" | "capture" | "paste" | "backfill" | "feed";

export type AgentWords = { name: string | null; reason: string | null; tokenLabel: string | null };

/** OpenTrain's record of one request as its own answer gave it, translated once. */
export type UpstreamApproval = {
  id: string;
  type: string | null;
  status: string | null;
  contractId: string | null;
  milestoneId: string | null;
  jobId: string | null;
  proposalId: string | null;
  approvalUrl: string | null;
  createdAt: Date | null;
  expiresAt: Date | null;
  resolvedAt: Date | null;
  result: Record<string, unknown> | null;
};

export type ApprovalRecord = UpstreamApproval & {
  workspaceId: string;
  standing: Standing;
  proof: "read" | "recorded";
  readProblem: { code: ReadProblemCode; since: Date } | null;
  /** `found`: the part of a link set aside that is wrong, foreign text to be shown inert. */
  link: { state: LinkState; problem: LinkProblem | null; found: string | null };
  seenAt: Date | null;
  way: CaptureWay;
  wayLabel: string | null;
  lastReadAt: Date | null;
  supersedes: string | null;
  supersededBy: string | null;
  replacedButConfirmed: boolean;
  askedAgain: { count: number; previousId: string } | null;
  confirmedInstead: string | null;
  counterparty: string | null;
  counterpartyId: string | null;
  contractTitle: string | null;
  milestoneName: string | null;
  jobTitle: string | null;
  recordedTerms: Terms | null;
  toldTerms: Terms | null;
  confirmedTerms: Terms | null;
  /** Whether contract or ledger show what was confirmed; null while that is not judged. */
  trace: "found" | "missing" | null;
  agent: AgentWords | null;
  money: Money;
  /** When it was settled; null for what is not. */
  settledAt: Date | null;
  /** Who last left for OpenTrain's page before it was settled; what they did there is not known. */
  openedBy: Opened | null;
};

export type Opened = { name: string | null; at: Date };

/** What was asked before and after for the same thing: the replaced, the replacing, those asked again. */
export type Family = {
  older: ApprovalRecord | null;
  newer: ApprovalRecord | null;
  earlier: ApprovalRecord[];
};

export type ClaimWhy =
  | "checking"
  | "not_visible"
  | "scope"
  | "refused"
  | "unreachable"
  | "garbled"
  | "not_connected";

export type ClaimRecord = {
  id: string;
  workspaceId: string;
  receivedAt: Date;
  way: "capture" | "paste";
  label: string | null;
  why: ClaimWhy;
  told: Record<string, unknown> | null;
  agent: { name: string | null; reason: string | null } | null;
  /** When it is tried again by itself; null: no more. */
  nextTryAt: Date | null;
};

/** Asked and refused by OpenTrain for a reason a person can change. */
/** What a request that is not on the list is about, as OpenTrain told it; what could not be read, with why. */
export type Subject = {
  /** Who proposed, or what the milestone or the contract is called. */
  name: string | null;
  counterparty: string | null;
  jobTitle: string | null;
  contractTitle: string | null;
  amountCents: number | null;
  /** What OpenTrain said, when it is no amount. */
  amountUnreadable: string | null;
  readAt: Date | null;
  unread: { code: ReadProblemCode; since: Date } | null;
};

export type BlockedRecord = {
  id: string;
  at: Date;
  lastAt: Date;
  times: number;
  action: Action;
  reason: string;
  subject: Subject;
  subjectId: string;
  terms: Terms | null;
  link: string | null;
  linkState: LinkState;
  agentName: string | null;
  agentReason: string | null;
};

/** Asked through the recorder, and nobody saw the answer. */
export type UnansweredRecord = {
  id: string;
  askedAt: Date;
  action: Action;
  subject: Subject;
  subjectId: string;
  terms: Terms | null;
  agentName: string | null;
  agentReason: string | null;
  state: "unknown" | "answered" | "faded";
  /** What came of it, once that is known. */
  approvalId: string | null;
};

export type MilestonePhase = "not_funded" | "funded" | "submitted" | "released" | "other";

export type MilestoneRecord = {
  id: string;
  contractId: string;
  number: number | null;
  name: string | null;
  status: string;
  phase: MilestonePhase;
  amountCents: number | null;
  /** What OpenTrain said, when it is no amount. */
  amountUnreadable: string | null;
  dueDate: string | null;
  readAt: Date;
  /** When OpenTrain stopped listing it; what was read stays. */
  goneAt: Date | null;
};

export type ContractRecord = {
  id: string;
  workspaceId: string;
  title: string | null;
  status: string;
  freelancer: { userId: string; displayName: string; country: string | null } | null;
  jobId: string | null;
  jobTitle: string | null;
  proposalId: string | null;
  paymentType: string | null;
  rate: string | null;
  createdAt: Date | null;
  endedAt: Date | null;
  milestones: MilestoneRecord[];
  approvals: string[];
  /** Those of them that wait, the nearest deadline first. */
  waiting: { id: string; type: string | null; milestoneId: string | null; expiresAt: Date | null }[];
  readAt: Date;
};

/** One entry of OpenTrain's ledger, its amount with OpenTrain's sign. */
export type LedgerRecord = {
  id: string;
  type: string | null;
  amountCents: number | null;
  amountUnreadable: string | null;
  createdAt: Date | null;
  holdEntryId: string | null;
  proposalId: string | null;
  contractId: string | null;
  milestoneId: string | null;
  milestoneName: string | null;
  topUpId: string | null;
  note: string | null;
};

/** How far the ledger is known, as of when, or why nothing is. */
export type LedgerReach = {
  readAt: Date | null;
  /** The past of the ledger was read to its beginning. */
  isWhole: boolean;
  unread: { code: ReadProblemCode; since: Date } | null;
};

/** What OpenTrain wrote down about one contract. `more`: older ones left out. */
export type Ledger = LedgerReach & { entries: LedgerRecord[]; more: number };

/** One contract with OpenTrain's meter of it and what the ledger says of it. */
export type WholeContract = {
  contract: ContractRecord;
  budget: { budget: Budget; readAt: Date } | null;
  /** Why the meter could not be read, or not again. */
  unread: { code: ReadProblemCode; since: Date } | null;
  ledger: Ledger;
};

export type CreditsRecord = { availableCents: number; reservedCents: number; readAt: Date };

export type Sums = {
  charge: { minCents: number; maxCents: number; unknownCount: number };
  release: { cents: number; unknownCount: number };
  atStake: { cents: number; unknownCount: number };
};

/** How many of what was settled came to which end. */
export type Outcomes = Record<Extract<Phase, "confirmed" | "declined" | "lapsed" | "superseded">, number>;

export type SyncState = "ok" | "behind" | "refused" | "unreachable" | "off";

export type Role = "owner" | "finance" | "viewer";

/** One entry of what happened, as stored: a kind with ids and values; sentences are made when read. */
export type EventRecord = {
  id: number;
  at: Date;
  kind: string;
  actor: { kind: "person" | "agent" | "opentrain" | "system"; id: string | null; label: string | null };
  data: Record<string, unknown>;
  text: Record<string, unknown> | null;
};
