import type { Guesses } from "../guesses";

export type Seat = "owner" | "agent" | "member";
export type PaymentType = "FIXED_PRICE" | "PAY_PER_HOUR" | "PAY_PER_LABEL";
export type PaySource = "card" | "credits";
type ApprovalType = "proposal_hire" | "milestone_fund" | "milestone_approve" | "contract_end";
export type ApprovalStatus = "pending" | "confirmed" | "declined" | "expired";

export type Person = { userId: string; firstName: string; lastName: string; email: string };

/** Money that crossed the account's border, so that every cent can be accounted for. */
type Books = {
  toppedUpCents: number;
  cardChargedCents: number;
  cardRefundedCents: number;
  paidOutCents: number;
  feesCents: number;
};

type Owned = { id: string; accountId: string };

/** Who was asked to join, and who joined, besides the three seats. */
export type Team = {
  invites: { id: string; email: string; createdAt: number; expiresAt: number }[];
  added: (Person & { joinedAt: number })[];
};

/** What reads answer instead of the truth: other values for some fields, or that there is no such thing. */
export type Shown = "nothing" | Record<string, unknown>;

type Showable = Owned & { shown?: Shown | undefined };

export type Account = Owned & {
  organizationId: string;
  organizationName: string;
  people: Record<Seat, Person>;
  claimed: boolean;
  card: boolean;
  availableCents: number;
  reservedCents: number;
  books: Books;
  flags: Record<string, boolean>;
  guesses: Guesses;
  clockOffsetMs: number;
  createdAt: number;
  lastInvoiceNumber: number;
  team?: Team;
};

export type Token = Owned & {
  seat: Seat;
  name: string;
  hash: string;
  preview: string;
  scopes: string[];
  createdAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
  lastUsedAt?: number;
};

export type Job = Showable & {
  title: string;
  status: string;
  paymentType: PaymentType;
  createdAt: number;
  updatedAt: number;
};

export type Candidate = {
  userId: string;
  firstName: string;
  lastNameInitial: string;
  title: string;
  country: string;
  countryCode: string;
  /** Takes no new work. */
  unavailable?: boolean;
};

export type Proposal = Showable & {
  jobId: string;
  status: string;
  candidate: Candidate;
  bidUsd: number;
  /** What the bid is for, where it is not what the job pays for. */
  bidUnit?: PaymentType;
  matchScore: number;
  /** Null: there was no interview. */
  interviewScore: number | null;
  contractId: string | null;
  /** Asked to apply, and has not answered. */
  invited?: boolean;
  conversationId?: string;
  createdAt: number;
  updatedAt: number;
};

/** Work recorded against a contract, by OpenTrain or an annotation platform. */
export type Usage = { seconds: number; labels: number; tasks: number; lastAt: number };

export type Contract = Showable & {
  jobId: string;
  proposalId: string;
  title: string;
  status: "active" | "ended";
  paymentType: PaymentType;
  rateUsd: number | null;
  candidate: Candidate;
  conversationId: string;
  startDate: number;
  endDate: number | null;
  usage?: Usage;
  createdAt: number;
  updatedAt: number;
};

export type MilestoneState = "not_funded" | "funded" | "released" | "cancelled" | "refunded";

export type Milestone = Showable & {
  contractId: string;
  number: number;
  name: string | null;
  description: string | null;
  state: MilestoneState;
  amountCents: number;
  volume: number | null;
  dueDate: number | null;
  handedIn: boolean;
  fundedBy: PaySource | null;
  holdEntryId: string | null;
  invoiceId: string | null;
  createdAt: number;
};

export type HireTerms = {
  name: string | null;
  description: string | null;
  amountCents: number;
  dueDate: number | null;
};

export type Approval = Showable & {
  type: ApprovalType;
  status: ApprovalStatus;
  contractId: string | null;
  milestoneId: string | null;
  jobId: string;
  proposalId: string | null;
  terms: HireTerms | null;
  requestedBy: string;
  supersededBy: string | null;
  createdAt: number;
  expiresAt: number;
  resolvedAt: number | null;
  result: Record<string, string | boolean> | null;
};

export type Invoice = Owned & {
  kind: "FUNDING" | "PAYOUT";
  number: number;
  amountCents: number;
  jobId: string;
  contractId: string;
  milestoneId: string;
  createdAt: number;
  settlesAt: number;
};

export type LedgerType = "TOP_UP" | "HOLD" | "HOLD_RELEASE" | "CAPTURE" | "REFUND" | "ADJUSTMENT";

export type LedgerEntry = Owned & {
  type: LedgerType;
  amountCents: number;
  createdAt: number;
  holdEntryId: string | null;
  proposalId: string | null;
  contractId: string | null;
  milestoneId: string | null;
  topUpId?: string | null;
  note: string | null;
};

export type TopUpStatus = "PENDING" | "COMPLETED" | "EXPIRED" | "CANCELED";

export type TopUp = Owned & {
  status: TopUpStatus;
  amountCents: number;
  createdAt: number;
  completedAt: number | null;
  expiresAt: number;
};

export type EventRecord = Showable & {
  type: string;
  createdAt: number;
  resourceId: string;
  jobId: string | null;
  data: Record<string, string | number | null>;
};

export type Webhook = Owned & {
  url: string;
  eventTypes: string[];
  status: "ACTIVE" | "DISABLED";
  /** Signing needs it as it was given out. */
  secret: string;
  /** Events up to this one have been looked at. */
  lastEventId: number;
  failuresInRow: number;
  createdAt: number;
  disabledAt: number | null;
  disabledReason: string | null;
};

export type Delivery = Owned & {
  webhookId: string;
  eventId: string;
  eventType: string;
  state: "waiting" | "delivered" | "failed";
  /** Status 0: no answer came. */
  attempts: { at: number; status: number }[];
  nextAttemptAt: number | null;
};

/** What the scripted agent remembers: its place in the story and what it has still to hand over. */
export type AgentMemory = Owned & {
  done: string[];
  /** Approval ids by step. */
  asked: Record<string, string>;
  /** Statuses by approval id, as last read. */
  outcomes: Record<string, string>;
  captures: { approvalId: string; body: unknown }[];
  stopped: boolean;
};

export type Meta = Owned & {
  lastEventId: number;
  secret: string;
  guesses: Guesses;
  startAccountId: string | null;
  startTokens: Record<Seat, string> | null;
};

export type Tables = {
  accounts: Account;
  tokens: Token;
  jobs: Job;
  proposals: Proposal;
  contracts: Contract;
  milestones: Milestone;
  approvals: Approval;
  invoices: Invoice;
  ledger: LedgerEntry;
  topUps: TopUp;
  events: EventRecord;
  webhooks: Webhook;
  deliveries: Delivery;
  agent: AgentMemory;
  meta: Meta;
};

export type TableName = keyof Tables;
