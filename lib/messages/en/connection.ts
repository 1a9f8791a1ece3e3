import type { TokenStanding } from "@/lib/domain/connection-notices";
import type { Role, SyncState } from "@/lib/domain/records";

type Scope = { gives: string; without: string; need: "required" | "recommended" | "optional" | "unneeded" };

const writes = "Nothing: this inbox asks for nothing at OpenTrain and moves no money.";

const syncStates: Record<SyncState, string> = {
  ok: "Following OpenTrain.",
  behind: "Behind: OpenTrain is being followed, but not up to the present yet.",
  refused: "OpenTrain refused the token. What is shown is as old as its last read.",
  unreachable: "OpenTrain cannot be reached. What is shown is as old as its last read.",
  off: "Not following OpenTrain.",
};

/** Connected, and not read since. They say it all. */
const firstReads: Record<string, string> = {
  first_read: "OpenTrain is being read for the first time since it was connected.",
  first_read_late: "Nothing was read yet since it was connected: nobody is following. Is the worker running?",
};

/** By the codes of the client's failures. */
const syncProblems: Record<string, string> = {
  timeout: "OpenTrain did not answer in time.",
  network: "No connection to OpenTrain could be made.",
  server_error: "OpenTrain answered with an error of its own.",
  rate_limited: "OpenTrain asked for fewer calls; the next one waits.",
  other_account: "No token here belongs to this account any more: connect another one.",
  unauthorized: "OpenTrain no longer accepts the token: connect a new one.",
  scope: "The token lacks a scope this needs.",
  feature_off: "This part of OpenTrain is switched off for the account.",
  forbidden: "OpenTrain refused this call.",
  not_found: "OpenTrain says it does not exist, or hides it from this token.",
  rejected: "OpenTrain did not take the request as it was sent.",
  redirect: "The address answered with a redirect; it is not followed.",
  not_json: "The address did not answer as OpenTrain does.",
  too_large: "The answer was larger than any OpenTrain should give.",
  bad_json: "The answer broke off or was no valid JSON.",
  shape: "The answer had another shape than OpenTrain documents.",
};

/** What is connected, what it may do, and how following it goes. */
export const connection = {
  states: {
    none: "Nothing is connected.",
    sandbox: "Sandbox: a simulated account. Nothing here is real money.",
    real: "Connected to OpenTrain.",
    disconnected: "Disconnected. What was read before stays, with its age.",
  },

  scopes: {
    "payments:read": {
      gives: "Approvals, contracts, milestones, credits and the feed of what was settled.",
      without: "Nothing can be read: no request can be proven or followed.",
      need: "required",
    },
    "proposals:read": {
      gives: "The name of the person behind a hire request.",
      without: "A hire request does not say who is to be hired.",
      need: "recommended",
    },
    "jobs:read": {
      gives: "Job titles.",
      without: "A request does not say which job it belongs to, unless its proposal does.",
      need: "recommended",
    },
    "webhooks:manage": {
      gives: "OpenTrain can tell this inbox at once that something was settled.",
      without: "What was settled shows at the next look at the feed, some seconds later.",
      need: "optional",
    },
    "messages:read": { gives: "Nothing used here.", without: "Nothing is missed.", need: "unneeded" },
    "team:read": {
      gives: "The name of your organization.",
      without: "The workspace is called by the account owner’s name.",
      need: "optional",
    },
    "payments:write": { gives: writes, without: "Nothing is missed.", need: "unneeded" },
    "proposals:write": { gives: writes, without: "Nothing is missed.", need: "unneeded" },
    "jobs:write": { gives: writes, without: "Nothing is missed.", need: "unneeded" },
    "messages:write": { gives: writes, without: "Nothing is missed.", need: "unneeded" },
    "team:write": { gives: writes, without: "Nothing is missed.", need: "unneeded" },
  } as Record<string, Scope>,
  scopeNeeds: {
    required: "required",
    recommended: "recommended",
    optional: "optional",
    unneeded: "not needed",
  } satisfies Record<Scope["need"], string>,
  unknownScope: "A scope this version does not know.",
  canWrite:
    "This token can also write. The inbox only reads; a token without write scopes is safer to keep here.",

  tokenStandings: {
    active: "In use",
    expires_soon: "In use",
    expired: "Expired",
    refused: "Refused by OpenTrain",
  } satisfies Record<TokenStanding, string>,

  syncStates,
  syncProblems,

  /** What is wrong with following OpenTrain; null while all is well. */
  syncMessages({ state, problem }: { state: SyncState; problem: string | null }): string | null {
    if (state === "ok") return null;
    if (problem !== null && Object.hasOwn(firstReads, problem)) return firstReads[problem] ?? null;
    const cause =
      problem !== null && Object.hasOwn(syncProblems, problem) ? syncProblems[problem] : undefined;
    return cause === undefined ? syncStates[state] : `${syncStates[state]} ${cause}`;
  },

  roles: { owner: "Owner", finance: "Finance", viewer: "Viewer" } satisfies Record<Role, string>,
};
