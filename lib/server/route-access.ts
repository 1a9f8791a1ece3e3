/**
 * Every address this origin answers, and who may ask it. The server dispatches by it: an /api address
 * without a row does not exist. `public` always says why.
 */
export type Access = "public" | "session" | "capture_key" | "agent_token" | "signature";
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** `*` in `methods` is any of them; a path that ends in `/**` takes everything below it. */
export type ApiRow = {
  methods: readonly Method[] | "*";
  path: string;
  access: Access;
  /** `next`: an app route handler; `here`: a handler of our own; `later`: answers not_yet until it comes. */
  served: "next" | "here" | "later";
  why?: string;
};
export type PageRow = { path: string; access: "public" | "session"; why?: string };

export const apiRows = [
  {
    methods: ["GET"],
    path: "/api/health",
    access: "public",
    served: "here",
    why: "monitors have no account",
  },
  {
    methods: ["POST"],
    path: "/api/csp-report",
    access: "public",
    served: "here",
    why: "browsers send it bare",
  },
  { methods: ["POST"], path: "/api/capture", access: "capture_key", served: "here" },

  { methods: ["GET"], path: "/api/approvals", access: "session", served: "here" },
  { methods: ["GET"], path: "/api/approvals/[id]", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/approvals/[id]/opened", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/approvals/[id]/read", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/history/sums", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/claims", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/claims/[id]/dismiss", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/claims/[id]/restore", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/contracts", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/contracts/[id]", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/summary", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/events", access: "session", served: "here" },
  { methods: ["GET"], path: "/api/export", access: "session", served: "here" },
  { methods: ["POST"], path: "/api/paste", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/connection/tokens", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/connection/tokens/[id]/replace", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/connection/tokens/[id]/remove", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/connection/disconnect", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/capture-key/show", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/sandbox-token/show", access: "session", served: "next" },
  { methods: ["GET", "POST"], path: "/api/capture-keys", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/capture-keys/[id]/rename", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/capture-keys/[id]/revoke", access: "session", served: "next" },
  {
    methods: ["POST"],
    path: "/api/setup",
    access: "public",
    served: "next",
    why: "the one-time secret is the credential",
  },
  { methods: ["GET"], path: "/api/team", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/team/members/[id]/remove", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/invitations", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/invitations/[id]/revoke", access: "session", served: "next" },
  {
    methods: ["POST"],
    path: "/api/invitations/[id]/look",
    access: "public",
    served: "next",
    why: "the secret in the body is the credential",
  },
  {
    methods: ["POST"],
    path: "/api/invitations/[id]/accept",
    access: "public",
    served: "next",
    why: "the one-time secret is the credential",
  },
  { methods: ["GET"], path: "/api/sessions", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/sessions/[id]/end", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/sessions/end-others", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/password", access: "session", served: "next" },
  { methods: ["GET", "POST"], path: "/api/preferences", access: "session", served: "next" },
  {
    methods: ["POST"],
    path: "/api/setup/look",
    access: "public",
    served: "next",
    why: "says what a one-time secret opens, to whoever has it",
  },
  {
    methods: ["POST"],
    path: "/api/setup/reset",
    access: "public",
    served: "next",
    why: "the one-time secret is the credential",
  },
  {
    methods: ["GET", "POST"],
    path: "/api/auth/[...nextauth]",
    access: "public",
    served: "next",
    why: "signing in comes before a session",
  },

  { methods: ["GET"], path: "/api/blocked", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/blocked/[id]/dismiss", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/blocked/[id]/restore", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/unanswered", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/coverage", access: "session", served: "next" },
  { methods: ["GET"], path: "/api/backfill", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/backfill/start", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/backfill/cancel", access: "session", served: "next" },
  { methods: ["POST"], path: "/api/webhooks/opentrain", access: "signature", served: "here" },
  { methods: ["POST"], path: "/api/webhooks/opentrain/[hookId]", access: "signature", served: "here" },
  { methods: "*", path: "/api/public/v1/**", access: "agent_token", served: "here" },
  { methods: "*", path: "/api/agent/**", access: "agent_token", served: "here" },
] as const satisfies readonly ApiRow[];

export const pageRows: readonly PageRow[] = [
  { path: "/", access: "session" },
  { path: "/approvals/[id]", access: "session" },
  { path: "/history", access: "session" },
  { path: "/history/print", access: "session" },
  { path: "/contracts", access: "session" },
  { path: "/contracts/[id]", access: "session" },
  { path: "/add", access: "session" },
  { path: "/welcome", access: "session" },
  { path: "/settings", access: "session" },
  { path: "/settings/connection", access: "session" },
  { path: "/settings/capture", access: "session" },
  { path: "/settings/coverage", access: "session" },
  { path: "/settings/team", access: "session" },
  { path: "/settings/appearance", access: "session" },
  { path: "/settings/security", access: "session" },
  { path: "/sign-in", access: "public", why: "the door" },
  {
    path: "/invite/[token]",
    access: "public",
    why: "the door for a teammate; the secret behind the # is spent by POST",
  },
  { path: "/setup", access: "public", why: "the door for the first owner; the secret is spent by POST" },
];

/** Exist while developing only; a served inbox answers 404. */
export const developmentPages: readonly string[] = [
  "/styleguide",
  "/styleguide/approvals/[id]",
  "/styleguide/screens/[screen]",
];
