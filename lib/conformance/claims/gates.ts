import { expect } from "vitest";
import type { World } from "../bench";
import type { Heard } from "../call";
import type { Claim } from "../claim";
import { expectReason, expectRefusal } from "../expect-refusal";
import { at } from "../look";

const allScopes = [
  "jobs:read",
  "jobs:write",
  "proposals:read",
  "proposals:write",
  "messages:read",
  "messages:write",
  "payments:read",
  "payments:write",
  "team:read",
  "team:write",
  "webhooks:manage",
];

type Gates = {
  name: string;
  method: "GET" | "POST" | "DELETE";
  /** An address that exists, so that nothing but the gate can be in the way. */
  path: (world: World) => Promise<string> | string;
  body?: object;
  scope: string;
  flag: string | null;
  isClaimed: boolean;
};

const job = (world: World) => world.made.ids.jobs[0] ?? "";
const hiring = "public_api_hiring";
const writing = "public_api_payments_write";
const credits = "public_api_credits";
const hooks = "public_api_webhooks";
const read = { method: "GET", flag: null, isClaimed: false } as const;
const pay = { method: "POST", scope: "payments:write", flag: writing, isClaimed: true } as const;

/** The matrix of section 18, as far as hiring and paying touch it. */
const endpoints: Gates[] = [
  { ...read, name: "GET /approvals/{id}", path: () => "/approvals/appr_none", scope: "payments:read" },
  {
    name: "POST /proposals/{id}/hire",
    method: "POST",
    path: async (world) => `/proposals/${await world.proposal()}/hire`,
    body: { milestone: { name: "Pilot", amount: 10 } },
    scope: "proposals:write",
    flag: hiring,
    isClaimed: true,
  },
  {
    ...pay,
    name: "POST /milestones/{id}/fund",
    path: async (world) => `/milestones/${(await world.milestone("NOT_FUNDED")).id}/fund`,
  },
  {
    ...pay,
    name: "POST /milestones/{id}/approve",
    path: async (world) => `/milestones/${(await world.milestone("ACTIVE_FUNDED")).id}/approve`,
  },
  { ...pay, name: "POST /contracts/{id}/end", path: (world) => `/contracts/${world.contractId()}/end` },
  {
    ...pay,
    name: "POST /contracts/{id}/milestones",
    path: (world) => `/contracts/${world.contractId()}/milestones`,
    body: { description: "More", amountUsd: 10 },
  },
  { ...read, name: "GET /contracts", path: () => "/contracts", scope: "payments:read" },
  {
    ...read,
    name: "GET /contracts/{id}",
    path: (world) => `/contracts/${world.contractId()}`,
    scope: "payments:read",
  },
  { ...read, name: "GET /payments/pending", path: () => "/payments/pending", scope: "payments:read" },
  { ...read, name: "GET /credits", path: () => "/credits", scope: "payments:read", flag: credits },
  {
    ...read,
    name: "GET /credits/ledger",
    path: () => "/credits/ledger",
    scope: "payments:read",
    flag: credits,
  },
  {
    ...read,
    name: "GET /credits/top-ups/{id}",
    path: () => "/credits/top-ups/top_none",
    scope: "payments:read",
    flag: credits,
  },
  {
    name: "POST /credits/top-ups",
    method: "POST",
    path: () => "/credits/top-ups",
    body: { amountUsd: 25 },
    scope: "payments:write",
    flag: credits,
    isClaimed: true,
  },
  { ...read, name: "GET /webhooks", path: () => "/webhooks", scope: "webhooks:manage", flag: hooks },
  {
    name: "POST /webhooks",
    method: "POST",
    path: () => "/webhooks",
    body: { url: "http://localhost:9/none", eventTypes: ["approval.confirmed"] },
    scope: "webhooks:manage",
    flag: hooks,
    isClaimed: false,
  },
  {
    name: "DELETE /webhooks/{id}",
    method: "DELETE",
    path: () => "/webhooks/wh_none",
    scope: "webhooks:manage",
    flag: hooks,
    isClaimed: false,
  },
  { ...read, name: "GET /jobs/mine", path: () => "/jobs/mine", scope: "jobs:read" },
  {
    ...read,
    name: "GET /jobs/{id}/proposals",
    path: (world) => `/jobs/${job(world)}/proposals`,
    scope: "proposals:read",
  },
  {
    ...read,
    name: "GET /proposals/{id}",
    path: async (world) => `/proposals/${await world.proposal()}`,
    scope: "proposals:read",
  },
  {
    ...read,
    name: "GET /proposals/{id}/interview",
    path: async (world) => `/proposals/${await world.proposal()}/interview`,
    scope: "proposals:read",
  },
  { ...read, name: "GET /freelancers/{id}", path: () => "/freelancers/nobody-0", scope: "proposals:read" },
  {
    name: "POST /jobs/{id}/invites",
    method: "POST",
    path: (world) => `/jobs/${job(world)}/invites`,
    body: { freelancerId: "usr_none" },
    scope: "proposals:write",
    flag: hiring,
    isClaimed: true,
  },
  {
    name: "POST /proposals/{id}/conversation",
    method: "POST",
    path: async (world) => `/proposals/${await world.proposal()}/conversation`,
    scope: "messages:write",
    flag: "public_api_messaging_writes",
    isClaimed: true,
  },
  { ...read, name: "GET /team", path: () => "/team", scope: "team:read", flag: "public_api_team" },
  {
    name: "POST /team/invites",
    method: "POST",
    path: () => "/team/invites",
    body: { email: "new@example.com" },
    scope: "team:write",
    flag: "public_api_team",
    isClaimed: true,
  },
];

const ask = async (world: World, { method, path, body }: Gates, token: string): Promise<Heard> =>
  world.as(token, method, await path(world), body);

/** Past the gates: whatever it answers, it is not one of theirs. */
function expectPast(heard: Heard): void {
  expect([401, 403], JSON.stringify(heard.json)).not.toContain(heard.status);
}

const rows: Claim[] = endpoints.flatMap((endpoint): Claim[] => {
  const { name, scope, flag, isClaimed } = endpoint;
  const kind = "gate" as const;
  const withoutScope = allScopes.filter((one) => one !== scope && one !== scope.replace(/:read$/, ":write"));
  const gates: Claim[] = [
    {
      section: "18",
      claim: `${name} needs ${scope}: 403 without it though every other is there, and no 403 with it alone`,
      kind,
      async tries(bench) {
        // An event's own read scope is asked for beside the one for webhooks.
        const alone = name === "POST /webhooks" ? [scope, "payments:read"] : [scope];
        const world = await bench.account({
          scopes: { owner: allScopes, member: withoutScope, agent: alone },
        });
        const refused = await ask(world, endpoint, world.made.tokens.member);
        expectRefusal(refused, 403, { requiredScopes: expect.arrayContaining([scope]) });
        expectPast(await ask(world, endpoint, world.made.tokens.agent));
      },
    },
    {
      section: "18",
      claim: isClaimed
        ? `${name} is refused on an account nobody claimed, with the way to claim it`
        : `${name} works on an account nobody claimed`,
      kind,
      async tries(bench) {
        const world = await bench.account({ claimed: false, scopes: { agent: allScopes } });
        const heard = await ask(world, endpoint, world.made.tokens.agent);
        if (isClaimed) {
          expectReason(heard, 403, "account_claim_required", {
            claimUrl: expect.stringMatching(/^https?:\/\/.+\/claim$/),
          });
        } else expectPast(heard);
      },
    },
  ];
  if (flag === null) return gates;
  return [
    ...gates,
    {
      section: "18",
      claim: `${name} is refused while ${flag} is off, and the feature is named`,
      kind,
      async tries(bench) {
        const world = await bench.account({ flags: { [flag]: false }, scopes: { agent: allScopes } });
        const heard = await ask(world, endpoint, world.made.tokens.agent);
        expectRefusal(heard, 403, { featureKey: flag });
      },
    },
  ];
});

const fundPath = async (world: World) => `/milestones/${(await world.milestone("NOT_FUNDED")).id}/fund`;
const off = { flags: { [writing]: false, [hiring]: false } };

const order: Claim[] = [
  {
    section: "18",
    claim: "a missing scope is told before a feature that is off",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account({ ...off, claimed: false, scopes: { agent: ["payments:read"] } });
      expectRefusal(await world.post(await fundPath(world)), 403, { requiredScopes: expect.any(Array) });
    },
  },
  {
    section: "18",
    claim: "a feature that is off is told before a missing claim",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account({ ...off, claimed: false });
      expectRefusal(await world.post(await fundPath(world)), 403, { featureKey: writing });
    },
  },
  {
    section: "18",
    claim: "a missing claim is told before a body that is no good",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account({ claimed: false });
      expectReason(await world.post("/proposals/prop_none/hire", {}), 403, "account_claim_required");
    },
  },
  {
    section: "18",
    claim: "a body that is no good is told before a proposal that is not there",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account();
      expectRefusal(await world.post("/proposals/prop_none/hire", {}), 400);
    },
  },
  {
    section: "18",
    claim: "whose it is is told before the state it is in, and that before the money",
    kind: "gate",
    async tries(bench) {
      const [world, other] = [
        await bench.account({ card: false, creditsCents: 0 }),
        await bench.account({ card: false, creditsCents: 0 }),
      ];
      const { id } = await world.milestone("ACTIVE_FUNDED");
      expectRefusal(await other.post(`/milestones/${id}/fund`), 404);
      expectReason(await world.post(`/milestones/${id}/fund`), 409, "milestone_not_fundable");
    },
  },
  {
    section: "19.1",
    claim: "an address that is none is 404 in the envelope, and so is a method that is none",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      for (const [method, path] of [
        ["GET", "/nothing"],
        ["DELETE", "/contracts"],
        ["POST", "/approvals/appr_none/confirm"],
      ] as const) {
        const heard = await world.as(world.made.tokens.owner, method, path);
        expect([404, 405]).toContain(heard.status);
        expect(at(heard.json, "error")).toMatch(/\S/);
      }
    },
  },
];

export const gateClaims: Claim[] = [...rows, ...order];
