import { afterAll, beforeAll, expect, test } from "vitest";
import { ROUTES } from "./api/app";
import { LEFT_OUT } from "./api/left-out";
import { type OpenSandbox, openSandbox } from "./testing/open-sandbox";

/** Every call the fact book names under the prefix (sections 2 to 18); what is not served is simply not there. */
const DOCUMENTED = new Set([
  "GET /approvals/:id",
  "POST /proposals/:id/hire",
  "POST /milestones/:id/fund",
  "POST /milestones/:id/approve",
  "POST /contracts/:id/end",
  "POST /contracts/:id/milestones",
  "GET /contracts",
  "GET /contracts/:id",
  "GET /payments/pending",
  "GET /credits",
  "GET /credits/ledger",
  "POST /credits/top-ups",
  "GET /credits/top-ups/:id",
  "GET /updates",
  "GET /webhooks",
  "POST /webhooks",
  "GET /webhooks/:id",
  "DELETE /webhooks/:id",
  "GET /auth/me",
  "GET /tokens",
  "POST /tokens",
  "DELETE /tokens/:id",
  "GET /job-drafts/capabilities",
  "POST /job-drafts",
  "PATCH /job-drafts/:id",
  "GET /jobs",
  "GET /jobs/facets",
  "GET /jobs/changes",
  "GET /jobs/mine",
  "GET /jobs/:id",
  "PATCH /jobs/:id",
  "POST /jobs/:id/publish",
  "POST /jobs/:id/close",
  "POST /jobs/:id/invites",
  "GET /jobs/:id/proposals",
  "GET /proposals/:id",
  "GET /proposals/:id/interview",
  "POST /proposals/:id/conversation",
  "GET /messages",
  "POST /messages",
  "GET /freelancers/:id",
  "GET /team",
  "POST /team/invites",
  "GET /openapi.json",
]);

/** Registration and claim (14.4), beside the prefix. */
const AGENT_AUTH = new Set([
  "POST /api/agent/identity",
  "POST /api/agent/identity/claim",
  "POST /api/agent/oauth/token",
  "POST /api/agent/oauth/revoke",
]);

const PREFIX = "/api/public/v1";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test("under the prefix is nothing the real service lacks", () => {
  const { routes } = sandbox.app;
  const served = routes
    .filter(({ path, method }) => path.startsWith("/api") && method !== "ALL")
    .map(({ path, method }) => `${method} ${path}`);
  expect(served.length).toBeGreaterThan(15);
  const strange = served.filter((route) => {
    const [method = "", path = ""] = route.split(" ");
    if (AGENT_AUTH.has(route)) return false;
    const plain = path.slice(PREFIX.length).replace(/:\w+(\{[^}]*\})?/g, ":id");
    return !path.startsWith(`${PREFIX}/`) || !DOCUMENTED.has(`${method} ${plain}`);
  });
  expect(strange).toEqual([]);
});

test("what the fact book names is served, or left out by name and for a reason", async () => {
  const known = ROUTES.map(({ method, path }) => `${method} ${path}`);
  const left = LEFT_OUT.map(({ method, path }) => `${method} ${path}`);
  expect([...known, ...left, "GET /jobs/:id"].toSorted()).toEqual([...DOCUMENTED].toSorted());
  const { tokens } = await sandbox.account();
  for (const { method, path, why } of LEFT_OUT) {
    expect(why).not.toBe("");
    const heard = await sandbox.call(tokens.owner, method, path.replace(":id", "x"));
    expect([heard.status, heard.body.code], path).toEqual([404, "NOT_FOUND"]);
  }
});

test("what a client would wish for is not there, in the envelope of an unknown call", async () => {
  const { tokens, ids } = await sandbox.account();
  for (const [method, path] of [
    ["GET", "/approvals"],
    ["POST", "/approvals/appr_x/confirm"],
    ["POST", "/approvals/appr_x/decline"],
    ["GET", `/milestones/${ids.milestones[0]}`],
    ["PATCH", "/webhooks/wh_x"],
    ["POST", "/webhooks/wh_x/redeliver"],
    ["GET", "/credits/top-ups"],
    ["GET", "/_sandbox/calls"],
    ["PUT", "/contracts"],
  ] as const) {
    const heard = await sandbox.call(tokens.owner, method, path);
    expect([heard.status, heard.body.code], `${method} ${path}`).toEqual([404, "NOT_FOUND"]);
  }
  for (const path of ["/api/public/v2/contracts", "/api/public/v1", "/api/x", "/API/public/v1/contracts"]) {
    expect((await sandbox.send("GET", path, {})).status, path).toBe(404);
  }
});
