import { expect } from "vitest";
import { hour } from "../bench";
import type { Claim } from "../claim";
import { expectFields } from "../expect-fields";
import { expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const recordFields = {
  id: "text",
  name: "text",
  preview: "text",
  scopes: "list",
  status: ["active", "revoked", "expired"],
  organizationId: "text?",
  createdAt: "instant",
  lastUsedAt: "instant?",
  expiresAt: "instant?",
  revokedAt: "instant?",
} as const;

const me: Claim[] = [
  {
    section: "14.2",
    claim: "auth/me tells the actor, the token with its scopes, and the account",
    kind: "shape",
    async reads(reader) {
      const { json } = await reader.get("/auth/me");
      expectFields(at(json, "actor"), { userId: "text", userType: "text" });
      expectFields(at(json, "token"), {
        id: "text",
        label: "text",
        scopes: "list",
        ownerOrganizationId: "text?",
      });
      expectFields(at(json, "account"), { kind: "text", organizationId: "text?", ownerUserId: "text?" });
    },
  },
  {
    section: "14.2",
    claim: "the owner's and the member's token are of one account, in different roles",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const { owner, member } = world.made.tokens;
      const [first, second] = [
        await world.as(owner, "GET", "/auth/me"),
        await world.as(member, "GET", "/auth/me"),
      ];
      expect(at(first.json, "account.organizationId")).toBe(at(second.json, "account.organizationId"));
      expect([at(first.json, "account.memberRole"), at(second.json, "account.memberRole")]).toEqual([
        "OWNER",
        "MEMBER",
      ]);
      expect(at(first.json, "actor.userId")).not.toBe(at(second.json, "actor.userId"));
    },
  },
  {
    section: "14.1",
    claim: "a token begins with ot_pat_ and has a public and a secret part",
    kind: "format",
    async tries(bench) {
      const world = await bench.account();
      for (const token of Object.values(world.made.tokens)) expect(token).toMatch(/^ot_pat_[^_]+_[^_]+/);
    },
  },
  ...(
    [
      ["no token", null],
      ["a token that never was", "ot_pat_none_none"],
      ["a token of the sister API", "ot_ptk_none_none"],
      ["a claim token", "ot_clm_none"],
    ] as const
  ).map(
    ([what, token]): Claim => ({
      section: "19.1",
      claim: `${what} is 401`,
      kind: "gate",
      async tries(bench) {
        const world = await bench.account();
        for (const path of ["/auth/me", "/contracts", "/approvals/appr_none"]) {
          expectRefusal(await world.as(token, "GET", path), 401);
        }
      },
    }),
  ),
];

const records: Claim[] = [
  {
    section: "14.3",
    claim: "the list of tokens has every field and no plain token",
    kind: "shape",
    async reads(reader) {
      const { json, text } = await reader.get("/tokens");
      for (const record of listAt(json, "tokens")) expectFields(record, recordFields);
      expect(text).not.toMatch(/ot_pat_[A-Za-z0-9]+_[A-Za-z0-9]{12,}/);
    },
  },
  {
    section: "14.3",
    claim:
      "a new token is 201, shown once, named API token and with the caller's scopes unless told otherwise",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const mine = at((await world.get("/auth/me")).json, "token.scopes");
      const heard = await world.as(world.made.tokens.owner, "POST", "/tokens", {});
      expect(heard.status).toBe(201);
      expect(heard.json).toMatchObject({
        tokenType: "bearer",
        metadata: { name: "API token", scopes: mine, expiresAt: null },
      });
      expectFields(at(heard.json, "metadata"), recordFields);
      const token = textAt(heard.json, "token");
      expect((await world.as(token, "GET", "/auth/me")).status).toBe(200);
      expect((await world.get("/tokens")).text).not.toContain(token);
    },
  },
  {
    section: "14.3",
    claim: "the preview shows the start and the last four characters",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.as(world.made.tokens.owner, "POST", "/tokens", { name: "Preview" });
      const [token, preview] = [textAt(json, "token"), textAt(json, "metadata.preview")];
      expect(preview.endsWith(token.slice(-4))).toBe(true);
      expect(preview).toContain("*");
      expect(preview.startsWith(token.slice(0, 7))).toBe(true);
    },
  },
  {
    section: "14.3",
    claim: "a token cannot be given scopes its maker has not",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const narrow = await world.tokenWith(["jobs:read"]);
      const wider = await world.as(narrow, "POST", "/tokens", { scopes: ["payments:read"] });
      expectRefusal(wider, 403);
      expect((await world.as(narrow, "POST", "/tokens", { scopes: ["jobs:read"] })).status).toBe(201);
    },
  },
  {
    section: "14.3",
    claim: "unknown scopes are 400 and named, with those there are",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const heard = await world.as(world.made.tokens.owner, "POST", "/tokens", { scopes: ["payments:all"] });
      expectRefusal(heard, 400, {
        unknownScopes: ["payments:all"],
        supportedScopes: expect.arrayContaining(["payments:read", "webhooks:manage"]),
      });
    },
  },
  ...[
    { expiresAt: "2001-01-01T00:00:00.000Z" },
    { expiresAt: "soon" },
    { name: "x".repeat(121) },
    { scopes: "jobs:read" },
  ].map(
    (body): Claim => ({
      section: "14.3",
      claim: `a new token with ${JSON.stringify(body).slice(0, 40)} is 400`,
      kind: "reason",
      async tries(bench) {
        const world = await bench.account();
        expectRefusal(await world.as(world.made.tokens.owner, "POST", "/tokens", body), 400);
      },
    }),
  ),
  {
    section: "14.3",
    claim: "a token past its end is 401 and listed as expired",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const expiresAt = new Date(Date.now() + hour).toISOString();
      const token = await world.tokenWith(["jobs:read"], { name: "Short", expiresAt });
      expect((await world.as(token, "GET", "/auth/me")).status).toBe(200);
      await world.advance(2 * hour);
      expectRefusal(await world.as(token, "GET", "/auth/me"), 401);
      const listed = listAt((await world.get("/tokens")).json, "tokens").find(
        (one) => at(one, "name") === "Short",
      );
      expect(at(listed, "status")).toBe("expired");
    },
  },
  {
    section: "14.3",
    claim: "a revoked token is 401 at once, stays listed, and cannot come back",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const made = await world.as(world.made.tokens.owner, "POST", "/tokens", { name: "Gone" });
      const path = `/tokens/${textAt(made.json, "metadata.id")}`;
      const revoked = await world.as(world.made.tokens.owner, "DELETE", path);
      expect(at(revoked.json, "token")).toMatchObject({ status: "revoked", revokedAt: expect.any(String) });
      expectRefusal(await world.as(textAt(made.json, "token"), "GET", "/auth/me"), 401);
      const listed = listAt((await world.get("/tokens")).json, "tokens").find(
        (one) => at(one, "name") === "Gone",
      );
      expect(at(listed, "status")).toBe("revoked");
    },
  },
  {
    section: "14.3",
    claim: "revoking a token that is unknown or another account's is 404 with its id",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const id = textAt((await world.get("/auth/me")).json, "token.id");
      const { owner } = other.made.tokens;
      expectRefusal(await world.as(owner, "DELETE", `/tokens/${id}`), 404, { tokenId: id });
      expectRefusal(await world.as(owner, "DELETE", "/tokens/tok_none"), 404, { tokenId: "tok_none" });
      expect((await world.get("/auth/me")).status).toBe(200);
    },
  },
  {
    section: "14.3",
    claim: "25 tokens may be active, and no more",
    kind: "tokens",
    async tries(bench) {
      const world = await bench.account();
      const active = listAt((await world.get("/tokens")).json, "tokens").length;
      const make = () => world.as(world.made.tokens.owner, "POST", "/tokens", {});
      for (let count = active; count < 25; count += 1) expect((await make()).status).toBe(201);
      expect((await make()).status).toBeGreaterThanOrEqual(400);
    },
  },
  {
    section: "14.5",
    claim: "a write scope includes the read of its kind",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account();
      const token = await world.tokenWith(["payments:write"]);
      expect((await world.as(token, "GET", "/contracts")).status).toBe(200);
    },
  },
];

const capabilities: Claim[] = [
  {
    section: "15",
    claim: "capabilities tell which features the account has",
    kind: "shape",
    async reads(reader) {
      const heard = await reader.get("/job-drafts/capabilities");
      if (heard.status === 403) return reader.nothing("the account has no job drafting");
      expect(heard.json).toMatchObject({
        featureKey: "public_api_job_drafting",
        namespace: "job-drafts",
        enabled: true,
      });
      expectFields(heard.json, {
        rolloutMode: "text",
        actorIsAdmin: "boolean",
        draft: "object",
        authBootstrap: ["token", "session"],
      });
      const names = ["publish", "hiring", "messagingWrites", "team", "paymentsWrite", "credits", "webhooks"];
      expectFields(
        at(heard.json, "capabilities"),
        Object.fromEntries(names.map((name) => [name, "boolean" as const])),
      );
    },
  },
  {
    section: "15",
    claim: "a feature that is off reads false; with drafting itself off the call is 403",
    kind: "gate",
    async tries(bench) {
      const [some, none] = [
        await bench.account({ flags: { public_api_hiring: false } }),
        await bench.account({ flags: { public_api_job_drafting: false } }),
      ];
      const { json } = await some.get("/job-drafts/capabilities");
      expect(at(json, "capabilities")).toMatchObject({ hiring: false, paymentsWrite: true });
      expectRefusal(await none.get("/job-drafts/capabilities"), 403, {
        featureKey: "public_api_job_drafting",
      });
    },
  },
];

export const tokenClaims: Claim[] = [...me, ...records, ...capabilities];
