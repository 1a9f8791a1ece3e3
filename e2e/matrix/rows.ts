import type { Thing } from "./things";

/** What is answered: the status, and behind it the reason or where one is sent. */
export type Cell = string;

/**
 * One line for each method of each route. `owner`, `finance`, `viewer`: about a thing of their own workspace.
 * Everybody else follows from the route's access in lib/server/route-access.ts, unless said here.
 */
export type Row = {
  owner: Cell;
  finance: Cell;
  viewer: Cell;
  /** The owner of another workspace, where not as the owner: about their own, or about nothing of ours. */
  stranger?: Cell;
  /** Without a session that counts: nobody, a cookie of no worth, a removed member. */
  nobody?: Cell;
  /** A capture key in place of a session. */
  key?: Cell;
  /** What `[id]` names; each call gets one made for it, and every id of another workspace must be 404. */
  thing?: Thing;
  /** The address to ask when the path alone is none. */
  at?: string;
  /** JSON, of which the owner's cell is the answer. */
  body?: unknown;
  /** Tables that an allowed GET may add to. */
  adds?: readonly string[];
  /** False: other proof than Origin and the CSRF token says who means it (a key, a one-time secret). */
  isFormOfOurs?: boolean;
};

const denied = "403 not_permitted";

const everyone = (cell: Cell) => ({ owner: cell, finance: cell, viewer: cell });
const ownerOnly = (cell: Cell) => ({ owner: cell, finance: denied, viewer: denied });
const anybody = (cell: Cell) => ({ ...everyone(cell), nobody: cell, key: cell });

export const rows: Record<string, Row> = {
  "GET /api/health": anybody("200"),
  "POST /api/csp-report": { ...anybody("204"), body: {}, isFormOfOurs: false },
  "POST /api/capture": {
    ...everyone("401 capture_key"),
    nobody: "401 capture_key",
    key: "202",
    // Anything told goes on being looked at behind its answer.
    body: { test: true },
    isFormOfOurs: false,
  },

  "GET /api/approvals": everyone("200"),
  "GET /api/approvals/[id]": { ...everyone("200"), thing: "approval" },
  "POST /api/approvals/[id]/opened": { ...ownerOnly("204"), thing: "approval" },
  "POST /api/approvals/[id]/read": { ...everyone("202"), thing: "approval" },
  "GET /api/history/sums": { ...everyone("200"), at: "/api/history/sums?zone=UTC" },
  "GET /api/claims": everyone("200"),
  "POST /api/claims/[id]/dismiss": { ...ownerOnly("204"), thing: "claim" },
  "POST /api/claims/[id]/restore": { ...ownerOnly("204"), thing: "claim" },
  "GET /api/contracts": everyone("200"),
  "GET /api/contracts/[id]": { ...everyone("200"), thing: "contract" },
  "GET /api/summary": everyone("200"),
  "POST /api/paste": { ...ownerOnly("200"), body: { text: "no link" } },
  "POST /api/connection/tokens": { ...ownerOnly("400 token_kind"), body: { token: "ot_clm_no_api_token" } },
  "POST /api/connection/tokens/[id]/replace": {
    ...ownerOnly("409 connection_of_sandbox"),
    thing: "token",
    body: { token: "ot_pat_matrix_0123456789" },
  },
  "POST /api/connection/tokens/[id]/remove": { ...ownerOnly("409 connection_of_sandbox"), thing: "token" },
  "POST /api/connection/disconnect": ownerOnly("409 connection_of_sandbox"),
  // The workspace of the matrix is a real account's.
  "POST /api/sandbox-token/show": ownerOnly("404"),
  "POST /api/capture-key/show": { ...ownerOnly("409 already_shown"), stranger: "404" },
  "GET /api/capture-keys": everyone("200"),
  "POST /api/capture-keys": { ...ownerOnly("201"), body: { label: "Made by the matrix" } },
  "POST /api/capture-keys/[id]/rename": {
    ...ownerOnly("204"),
    thing: "capture_key",
    body: { label: "Named by the matrix" },
  },
  "POST /api/capture-keys/[id]/revoke": { ...ownerOnly("204"), thing: "capture_key" },
  "POST /api/setup": {
    ...anybody("404 link_unknown"),
    body: { secret: "no secret of ours", email: "new@example.com", password: "a long enough pass phrase" },
  },
  "GET /api/team": everyone("200"),
  "POST /api/team/members/[id]/remove": { ...ownerOnly("204"), thing: "member" },
  "POST /api/invitations": { ...ownerOnly("201"), body: { role: "finance" } },
  "POST /api/invitations/[id]/revoke": { ...ownerOnly("204"), thing: "invitation" },
  "POST /api/invitations/[id]/look": {
    ...anybody("404 invitation_unknown"),
    body: { secret: "no secret of ours" },
  },
  "POST /api/invitations/[id]/accept": {
    ...anybody("404 invitation_unknown"),
    body: { secret: "no secret of ours", email: "new@example.com", password: "a long enough pass phrase" },
  },
  "GET /api/sessions": everyone("200"),
  "POST /api/sessions/[id]/end": everyone("404"),
  "POST /api/sessions/end-others": everyone("200"),
  "POST /api/password": {
    ...everyone("403 present_password"),
    body: { present: "not the pass phrase", password: "quite another pass phrase" },
  },
  "GET /api/preferences": everyone("200"),
  "POST /api/preferences": { ...everyone("200"), body: { theme: "dark" } },
  "POST /api/setup/look": { ...anybody("404 link_unknown"), body: { secret: "no secret of ours" } },
  "POST /api/setup/reset": {
    ...anybody("404 link_unknown"),
    body: { secret: "no secret of ours", password: "a long enough pass phrase" },
  },
  "GET /api/auth/[...nextauth]": { ...anybody("200"), at: "/api/auth/csrf" },
  "POST /api/auth/[...nextauth]": { ...anybody("404"), at: "/api/auth/session", isFormOfOurs: false },

  "GET /api/events": everyone("200"),
  "GET /api/export": {
    ...everyone("200"),
    viewer: denied,
    at: "/api/export?format=csv",
    adds: ["countersign.events", "countersign.events_unsealed"],
  },
  "GET /api/blocked": everyone("200"),
  "POST /api/blocked/[id]/dismiss": { ...ownerOnly("204"), thing: "blocked" },
  "POST /api/blocked/[id]/restore": { ...ownerOnly("204"), thing: "blocked" },
  "GET /api/unanswered": everyone("200"),
  "GET /api/coverage": everyone("200"),
  "GET /api/backfill": everyone("200"),
  "POST /api/backfill/start": ownerOnly("204"),
  "POST /api/backfill/cancel": ownerOnly("204"),
  "POST /api/webhooks/opentrain": { ...anybody("401 webhook_signature"), isFormOfOurs: false },
  "POST /api/webhooks/opentrain/[hookId]": { ...anybody("401 webhook_signature"), isFormOfOurs: false },
  "* /api/public/v1/**": {
    ...everyone("401 agent_token"),
    nobody: "401 agent_token",
    key: "403 inbox_not_connected",
    isFormOfOurs: false,
  },
  "* /api/agent/**": { ...anybody("403 agent_registration_off"), isFormOfOurs: false },

  "GET /": everyone("200"),
  "GET /approvals/[id]": { ...everyone("200"), thing: "approval" },
  "GET /history": everyone("200"),
  "GET /history/print": everyone("200"),
  "GET /contracts": everyone("200"),
  "GET /contracts/[id]": { ...everyone("200"), thing: "contract" },
  "GET /add": everyone("200"),
  "GET /welcome": everyone("200"),
  "GET /settings": everyone("200"),
  "GET /settings/connection": everyone("200"),
  "GET /settings/capture": everyone("200"),
  "GET /settings/coverage": everyone("200"),
  "GET /settings/team": everyone("200"),
  "GET /settings/appearance": everyone("200"),
  "GET /settings/security": everyone("200"),
  "GET /sign-in": { ...everyone("307 /"), nobody: "200", key: "200" },
  "GET /setup": anybody("200"),
  "GET /invite/[token]": anybody("200"),
};
