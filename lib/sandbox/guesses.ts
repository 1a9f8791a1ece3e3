// Every point the published documents leave open, in one place. The number is the fact-book section.
//
// Where the guess is how a thing works rather than a value, the code is the guess:
// 2.2  a declined or expired approval has no result; one whose action can no longer run stays pending
// 2.3  what counts as other terms of a hire is the milestone alone
// 3.4  the human decides whether ending a contract pays its escrow out or gives it back; the result does not tell
// 3.5  a repeat is the account's, not the token's, gains no time, and passes the same gates as the first request;
//      requests of different types on one contract do not know of each other
// 4.1  estimates are what the milestones that are shown add up to; they come in the order of their numbers
// 5.4  rate times volume is rounded to the cent, half a cent up; a fixed price keeps no volume
// 6    the state follows from the fraction as it is told, to four decimals
// 7.3  a proposal made by an invitation cannot be written about before its freelancer answers
// 8    a public job that never was is closed like one that was; who has applied counts as invited
// 10   an invoice appears when its payment is confirmed, not before
// 11   fees are rounded half a cent up, taken at once, never reserved and never given back
// 12.2 one confirm tells the approval first, then the proposal, the contract, the milestone, the payment, the budget
// 14.3 asking for more scopes than one has names the missing ones as requiredScopes; an empty list gives none
// 16   somebody OpenTrain knows joins at once; teams_not_enabled comes after the flag and before the claim
// 18   the order of the gates; an address that does not exist is told without asking for a token
// 20.3 a body sent with a call that takes none is not read

export type Guesses = {
  /** 2.3: the status in which a superseded hire request ends. */
  supersededAs: "expired" | "declined";
  /** 2.3: whether superseding emits approval.confirmed. */
  supersededEvent: boolean;
  /** 2.3: whether expiry happens at the next read or in a background sweep. */
  expiry: "read" | "sweep";
  /** 3.5: HTTP status of a repeated request. */
  repeatStatus: 202 | 200;
  /** 11: whether the marketplace fee applies to funding a further milestone. */
  fundFeePercent: 0 | 10;
  /** 5.2: how a released milestone is spelled. */
  releasedSpelling: string;
  /** 5.3: whether handed-in work shows in pendingApproval and needsReview. */
  handInFlag: boolean;
  /** 2.2, 12.2: a confirmed approval of which contract, milestone and feed show nothing. */
  confirmWithoutTrace: boolean;
  /** 27: ids of unknown shape, from now on as awkward as an opaque string may be. */
  oddIds: boolean;
};

export const DEFAULT_GUESSES: Guesses = {
  supersededAs: "expired",
  supersededEvent: true,
  expiry: "read",
  repeatStatus: 202,
  fundFeePercent: 10,
  releasedSpelling: "PAID",
  handInFlag: true,
  confirmWithoutTrace: false,
  oddIds: false,
};

/** 5.2: spellings of the two hidden states. */
export const CANCELLED_SPELLING = "CANCELLED";
export const REFUNDED_SPELLING = "REFUNDED";

/** 2.1: "about 72 hours"; the reference sample is exact. */
export const APPROVAL_LIFE_MS = 72 * 60 * 60 * 1000;

/** 2.1: whether a confirmed hire approval carries the new contract's id itself, besides its result. */
export const CONFIRMED_HIRE_HAS_CONTRACT_ID = true;

/** 3.1: the largest amount taken; no limit is published. */
export const MAX_AMOUNT_CENTS = 1_000_000_000;

/** 3.1: a hire takes no volume, so on paid-by-volume work its first milestone gets amount / rate, to this many decimals. */
export const HIRE_VOLUME_DECIMALS = 4;

/** 5.1: the largest volume of a milestone. */
export const MAX_VOLUME = 1_000_000_000;

/** 6: decimals of the hours that recorded seconds come to. */
export const HOURS_DECIMALS = 4;

/** 7.1, 8, 20.1: a limit above the maximum is refused on the feed and the ledger, and means the maximum elsewhere. */
export const LIST_LIMIT_ABOVE_MAX = "clamp" as "clamp" | "refuse";

/** 7.1: page size of a job's proposals; the sample uses 25. */
export const PROPOSALS_DEFAULT_LIMIT = 25;

/** 7.3: HTTP status of starting a conversation, new or not; only `created` tells them apart. */
export const CONVERSATION_STATUS = 200;

/** 8: the job statuses in which a job is published: open to the public, and to invitations. */
export const PUBLISHED_JOB_STATUSES = ["OPEN"];

/** 8: the field of an invitation that names whom to invite; the answer calls it so. */
export const INVITE_FIELD = "freelancerId";

/** 8: the status of a proposal that exists only because its freelancer was invited. */
export const INVITED_PROPOSAL_STATUS = "UNREVIEWED";

/** 9.4: "about 24 hours". */
export const TOP_UP_LIFE_MS = 24 * 60 * 60 * 1000;

/** 9.4: the checkout of the real service is Stripe's; here it is a page of our own. */
export const CHECKOUT_PATH = "/checkout";

/** 10: a card payment's invoice stays incomplete this long by the account's clock; credits settle at once. */
export const CARD_SETTLES_AFTER_MS = 5 * 60 * 1000;

/** 9.2: the sign of a CAPTURE entry; it moves reserved, never available. */
export const CAPTURE_SIGN = -1;

/** 12.3: page size of the feed, and the cursor of an empty first page. */
export const UPDATES_DEFAULT_LIMIT = 50;
export const UPDATES_MAX_LIMIT = 200;
export const UPDATES_FIRST_CURSOR = "0";

/** 14.3: the answer to a twenty-sixth active token is not documented; 409 here. */
export const MAX_ACTIVE_TOKENS = 25;

/** 14.3: how exactly lastUsedAt is kept. */
export const LAST_USED_STEP_MS = 60 * 1000;

/** 15: the mode told while drafting is off for the account; on, it is ALL. */
export const ROLLOUT_MODE_OFF = "ALLOWLIST";

/** 16: HTTP status of an invitation to the team, whatever it came to. */
export const TEAM_INVITE_STATUS = 200;

/** 16: how long an invitation to the team stays open. */
export const TEAM_INVITE_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** 16: mail to these addresses cannot be sent. The domain is reserved for names that never resolve. */
export const UNDELIVERABLE_EMAIL = /\.invalid$/i;

/** 20.2: the minute of the limit on calls without a token is a fixed one. */
export const PUBLIC_WINDOW_MS = 60 * 1000;

/** 19.1: the largest body read; more is a bad request. */
export const MAX_BODY_BYTES = 256 * 1024;

/** 21: the address of the billing page. */
export const BILLING_PATH = "/settings/billing";
export const CLAIM_PATH = "/claim";

/** 13.3: the number is published for the sister API; a delivery has failed when its last attempt has. */
export const WEBHOOK_FAILURES_TO_DISABLE = 10;

/** How often accounts with `expiry: "sweep"` are looked through. */
export const SWEEP_EVERY_MS = 1000;
