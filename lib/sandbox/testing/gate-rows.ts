import { FLAGS } from "../flags";
import type { Made } from "./open-sandbox";

/** In the order in which they must be noticed. */
export const FAULTS = ["token", "scope", "flag", "claim", "input", "ownership", "state", "money"] as const;
export type Fault = (typeof FAULTS)[number];
export type Has = (fault: Fault) => boolean;
export type GateWorld = { mine: Made; theirs: Made; extra: { mine: Extra; theirs: Extra } };

/** What an account has besides its scenario. */
export type Extra = {
  invited: string;
  freelancer: string;
  approval: string;
  topUp: string;
  token: string;
};

export type GateRow = {
  call: string;
  /** The address and body of a call with exactly these faults. */
  ask: (world: GateWorld, has: Has) => [path: string, body?: unknown];
  fine: number;
  flag?: string;
  /** What each fault is answered with; one that is not here cannot happen to this call. */
  says: Partial<Record<Exclude<Fault, "token">, unknown>>;
};

const scope = (...requiredScopes: string[]) => [403, { requiredScopes }];
const flag = (featureKey: string) => [403, { featureKey }];
const claim = [403, { reason: "account_claim_required" }];
const conflict = (reason: string) => [409, { reason }];
const input = (field: string) => [400, { field }];
const issues = [400, {}];
const absent = [404, {}];
const foreign = [403, undefined];
const money = conflict("payment_method_required");

const of =
  (list: "jobs" | "proposals" | "contracts" | "milestones", at: number) => (world: GateWorld, has: Has) =>
    encodeURIComponent((has("ownership") ? world.theirs : world.mine).ids[list][at] ?? "");
const extra = (kind: keyof Extra) => (world: GateWorld, has: Has) =>
  (has("ownership") ? world.extra.theirs : world.extra.mine)[kind];
/** Sound JSON without what the call needs; not being JSON at all is noticed even before. */
const unless =
  (body: unknown, bad: unknown = {}) =>
  (has: Has) =>
    has("input") ? bad : body;
const payments = { scope: scope("payments:write"), flag: flag(FLAGS.paymentsWrite), claim };
const hiring = { scope: scope("proposals:write"), flag: flag(FLAGS.hiring), claim };
const readsMoney = { scope: scope("payments:read") };
const readsCredits = { ...readsMoney, flag: flag(FLAGS.credits) };
const readsProposals = { scope: scope("proposals:read") };
const MILESTONE = { milestone: { name: "x", amount: 5 } };
const BATCH = { description: "x", amountUsd: 5 };

export const GATE_ROWS: GateRow[] = [
  {
    call: "POST hire",
    ask: (w, has) => [
      `/proposals/${of("proposals", has("state") ? 7 : 0)(w, has)}/hire`,
      unless(MILESTONE)(has),
    ],
    fine: 202,
    flag: FLAGS.hiring,
    says: {
      ...hiring,
      input: issues,
      ownership: foreign,
      state: conflict("not_fit_confirmation_required"),
      money,
    },
  },
  {
    call: "POST fund",
    ask: (w, has) => [`/milestones/${of("milestones", has("state") ? 4 : 0)(w, has)}/fund`],
    fine: 202,
    flag: FLAGS.paymentsWrite,
    says: { ...payments, ownership: absent, state: conflict("milestone_cancelled"), money },
  },
  {
    call: "POST approve",
    ask: (w, has) => [`/milestones/${of("milestones", has("state") ? 0 : 1)(w, has)}/approve`],
    fine: 202,
    flag: FLAGS.paymentsWrite,
    says: { ...payments, ownership: absent, state: conflict("milestone_not_funded") },
  },
  {
    call: "POST end",
    ask: (w, has) => [`/contracts/${of("contracts", 0)(w, has)}/end`],
    fine: 202,
    flag: FLAGS.paymentsWrite,
    says: { ...payments, ownership: absent, state: conflict("contract_ended") },
  },
  {
    call: "POST end without an id",
    ask: (w, has) => [`/contracts/${has("input") ? "%20" : of("contracts", 0)(w, has)}/end`],
    fine: 202,
    flag: FLAGS.paymentsWrite,
    says: { ...payments, input: input("contractId") },
  },
  {
    call: "POST milestones",
    ask: (w, has) => [`/contracts/${of("contracts", 0)(w, has)}/milestones`, unless(BATCH)(has)],
    fine: 201,
    flag: FLAGS.paymentsWrite,
    says: { ...payments, input: input("description"), ownership: absent, state: conflict("contract_ended") },
  },
  {
    call: "POST top-ups",
    ask: (_w, has) => ["/credits/top-ups", unless({ amountUsd: 50 })(has)],
    fine: 201,
    flag: FLAGS.credits,
    says: { scope: payments.scope, flag: flag(FLAGS.credits), claim, input: input("amountUsd") },
  },
  {
    call: "POST invites",
    ask: (w, has) => [
      `/jobs/${of("jobs", 0)(w, has)}/invites`,
      unless({ freelancerId: w.extra.mine.freelancer })(has),
    ],
    fine: 200,
    flag: FLAGS.hiring,
    says: {
      ...hiring,
      input: input("freelancerId"),
      ownership: foreign,
      state: conflict("job_not_published"),
    },
  },
  {
    call: "POST conversation",
    ask: (w, has) => {
      const proposal = has("state") ? extra("invited") : of("proposals", 0);
      return [`/proposals/${proposal(w, has)}/conversation`];
    },
    fine: 200,
    flag: FLAGS.messagingWrites,
    says: {
      scope: scope("messages:write"),
      flag: flag(FLAGS.messagingWrites),
      claim,
      ownership: foreign,
      state: conflict("proposal_not_ready_for_messaging"),
    },
  },
  {
    call: "POST team invites",
    ask: (_w, has) => ["/team/invites", unless({ email: has("state") ? "a@b.invalid" : "a@b.test" })(has)],
    fine: 200,
    flag: FLAGS.team,
    says: {
      scope: scope("team:write"),
      flag: flag(FLAGS.team),
      claim,
      input: input("email"),
      state: conflict("invite_email_send_failed"),
    },
  },
  {
    call: "GET team",
    ask: () => ["/team"],
    fine: 200,
    flag: FLAGS.team,
    says: { scope: scope("team:read"), flag: flag(FLAGS.team) },
  },
  {
    call: "GET contracts",
    ask: (w, has) => [`/contracts?jobId=${of("jobs", 0)(w, has)}${has("input") ? "&status=paused" : ""}`],
    fine: 200,
    says: { ...readsMoney, input: input("status"), ownership: foreign },
  },
  {
    call: "GET contract",
    ask: (w, has) => [`/contracts/${of("contracts", 0)(w, has)}`],
    fine: 200,
    says: { ...readsMoney, ownership: absent },
  },
  { call: "GET pending payments", ask: () => ["/payments/pending"], fine: 200, says: readsMoney },
  { call: "GET credits", ask: () => ["/credits"], fine: 200, flag: FLAGS.credits, says: readsCredits },
  {
    call: "GET ledger",
    ask: (_w, has) => [`/credits/ledger${has("input") ? "?limit=0" : ""}`],
    fine: 200,
    flag: FLAGS.credits,
    says: { ...readsCredits, input: input("limit") },
  },
  {
    call: "GET updates",
    ask: (_w, has) => [`/updates${has("input") ? "?limit=0" : ""}`],
    fine: 200,
    says: { scope: scope("proposals:read", "messages:read", "payments:read"), input: input("limit") },
  },
  {
    call: "GET capabilities",
    ask: () => ["/job-drafts/capabilities"],
    fine: 200,
    flag: FLAGS.draft,
    says: { flag: [403, { featureKey: FLAGS.draft, mode: "ALLOWLIST" }] },
  },
  {
    call: "GET jobs/mine",
    ask: (_w, has) => [`/jobs/mine${has("input") ? "?limit=0" : ""}`],
    fine: 200,
    says: { scope: scope("jobs:read"), input: input("limit") },
  },
  {
    call: "GET proposals of a job",
    ask: (w, has) => [`/jobs/${of("jobs", 0)(w, has)}/proposals${has("input") ? "?status=no" : ""}`],
    fine: 200,
    says: { ...readsProposals, input: issues, ownership: foreign },
  },
  {
    call: "GET proposal",
    ask: (w, has) => [`/proposals/${of("proposals", 0)(w, has)}`],
    fine: 200,
    says: { ...readsProposals, ownership: foreign },
  },
  {
    call: "GET interview",
    ask: (w, has) => [`/proposals/${of("proposals", has("state") ? 7 : 0)(w, has)}/interview`],
    fine: 200,
    says: { ...readsProposals, ownership: foreign, state: absent },
  },
  {
    call: "GET approval",
    ask: (w, has) => [`/approvals/${extra("approval")(w, has)}`],
    fine: 200,
    says: { ...readsMoney, ownership: [404, { resource: "approvals" }] },
  },
  {
    call: "GET top-up",
    ask: (w, has) => [`/credits/top-ups/${extra("topUp")(w, has)}`],
    fine: 200,
    flag: FLAGS.credits,
    says: { ...readsCredits, ownership: [404, { resource: "credit-top-ups" }] },
  },
  {
    call: "GET freelancer",
    ask: (w, has) => [`/freelancers/${has("ownership") ? "nobody" : w.extra.mine.freelancer}`],
    fine: 200,
    says: { ...readsProposals, ownership: absent },
  },
  {
    call: "DELETE token",
    ask: (w, has) => [`/tokens/${extra("token")(w, has)}`],
    fine: 200,
    says: { ownership: absent },
  },
  { call: "GET auth/me", ask: () => ["/auth/me"], fine: 200, says: {} },
  { call: "GET tokens", ask: () => ["/tokens"], fine: 200, says: {} },
  {
    call: "POST tokens",
    ask: (_w, has) => ["/tokens", unless({ scopes: [] }, { name: 1 })(has)],
    fine: 201,
    says: { input: input("name") },
  },
];
