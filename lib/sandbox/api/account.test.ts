import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FLAGS } from "../flags";
import { SCOPES } from "../scopes";
import { type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const as = (seat: keyof Made["tokens"]) => (method: string, path: string, body?: unknown) =>
  sandbox.call(made.tokens[seat], method, path, body);
const [owner, agent, member] = [as("owner"), as("agent"), as("member")];
const move = (advanceMs: number) => sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs });

describe("tokens", () => {
  const create = async (body?: unknown) => (await agent("POST", "/tokens", body)).body;

  test("take the caller's scopes and no end unless told otherwise, and show themselves once", async () => {
    made = await sandbox.account({ scopes: { agent: ["payments:write", "jobs:read"] } });
    const { token, tokenType, metadata } = await create();
    expect(tokenType).toBe("bearer");
    expect(token).toMatch(/^ot_pat_sandbox[a-z0-9]+_[a-z0-9]+$/);
    expect(metadata).toEqual({
      id: token.split("_")[2],
      name: "API token",
      preview: expect.stringMatching(/^ot_pat_sandbox\w+\*+\w{4}$/),
      scopes: ["payments:write", "jobs:read"],
      status: "active",
      organizationId: expect.any(String),
      createdAt: expect.any(String),
      lastUsedAt: null,
      expiresAt: null,
      revokedAt: null,
    });
    expect(metadata.preview.slice(-4)).toBe(token.slice(-4));
    expect((await agent("GET", "/tokens")).text).not.toContain(token.split("_")[3]);
  });

  test("give no more than they have, a write including its read", async () => {
    const may = async (...scopes: string[]) => (await agent("POST", "/tokens", { scopes })).status;
    expect(await may("payments:read", "payments:read")).toBe(201);
    expect(await may("payments:write")).toBe(201);
    expect(await may("jobs:write")).toBe(403);
    expect(await may("jobs:read", "webhooks:manage")).toBe(403);
    const unknown = await agent("POST", "/tokens", { scopes: ["jobs:read", "x", "webhooks:manage"] });
    expect([unknown.status, unknown.body.details]).toEqual([
      400,
      { unknownScopes: ["x"], supportedScopes: SCOPES },
    ]);
    const { metadata } = await create({ scopes: ["payments:read", "payments:read"] });
    expect(metadata.scopes).toEqual(["payments:read"]);
  });

  test("end at their time and when revoked, and stay in the list", async () => {
    made = await sandbox.account();
    const expiresAt = new Date(Date.now() + HOUR).toISOString();
    const short = await create({ expiresAt });
    const long = await create({ name: "x".repeat(120) });
    const works = async (token: string) => (await sandbox.call(token, "GET", "/auth/me")).status;
    expect([await works(short.token), await works(long.token)]).toEqual([200, 200]);
    await move(HOUR);
    expect([await works(short.token), await works(long.token)]).toEqual([401, 200]);
    const revoked = await agent("DELETE", `/tokens/${long.metadata.id}`);
    expect(revoked.body).toMatchObject({ token: { status: "revoked", revokedAt: expect.any(String) } });
    expect(await works(long.token)).toBe(401);
    const again = await owner("DELETE", `/tokens/${long.metadata.id}`);
    expect(again.body).toEqual(revoked.body);
    const { tokens } = (await owner("GET", "/tokens")).body;
    expect(tokens.map(({ status }) => status).sort()).toEqual([
      "active",
      "active",
      "active",
      "expired",
      "revoked",
    ]);
    const foreign = await sandbox.account();
    const id = (await sandbox.call(foreign.tokens.owner, "GET", "/tokens")).body.tokens[0]?.id;
    const refused = await owner("DELETE", `/tokens/${id}`);
    expect([refused.status, refused.body.details]).toEqual([404, { tokenId: id }]);
  });

  test("tell when they were last used, to the minute", async () => {
    made = await sandbox.account();
    const { token, metadata } = await create();
    const used = async () => {
      const { tokens } = (await owner("GET", "/tokens")).body;
      return tokens.find(({ id }) => id === metadata.id)?.lastUsedAt;
    };
    expect(await used()).toBeNull();
    await sandbox.call(token, "GET", "/auth/me");
    const first = await used();
    expect(first).toEqual(expect.any(String));
    await move(HOUR);
    expect(await used()).toBe(first);
    await sandbox.call(token, "GET", "/approvals/nothing");
    expect(Date.parse((await used()) ?? "") - Date.parse(first ?? "")).toBeGreaterThanOrEqual(HOUR);
  });

  test("number twenty-five at most, ended ones not counted", async () => {
    made = await sandbox.account();
    const statuses = [];
    for (let count = 3; count < 26; count++) statuses.push((await agent("POST", "/tokens", {})).status);
    expect(statuses).toEqual([...Array.from({ length: 22 }, () => 201), 409]);
    const { tokens } = (await agent("GET", "/tokens")).body;
    await agent("DELETE", `/tokens/${tokens[0]?.id}`);
    expect((await agent("POST", "/tokens", {})).status).toBe(201);
  });

  test.each(["", "Bearer", "Bearer x", "Basic ot_pat_a_b", "Bearer ot_clm_a_b", "Bearer ot_ptk_a_b"])(
    "are asked for: %j is none",
    async (authorization) => {
      const heard = await sandbox.send("GET", "/api/public/v1/auth/me", { authorization });
      expect([heard.status, heard.body.code, heard.body.details]).toEqual([401, "UNAUTHORIZED", undefined]);
    },
  );
});

describe("auth/me", () => {
  test("tells each seat who it is, and does not say whether the account is claimed", async () => {
    made = await sandbox.account();
    const { body } = await owner("GET", "/auth/me");
    expect(body).toEqual({
      actor: {
        userId: expect.any(String),
        email: expect.stringContaining("@"),
        firstName: "Sam",
        lastName: "Okafor",
        fullName: "Sam Okafor",
        userType: "EMPLOYER",
      },
      token: {
        id: expect.any(String),
        label: "owner",
        scopes: [...SCOPES],
        ownerOrganizationId: expect.any(String),
      },
      account: {
        kind: "employer_organization",
        organizationId: expect.any(String),
        ownerUserId: body.actor.userId,
        memberRole: "OWNER",
      },
    });
    const others = await Promise.all([agent("GET", "/auth/me"), member("GET", "/auth/me")]);
    expect(others.map((heard) => heard.body.account.memberRole)).toEqual(["MEMBER", "MEMBER"]);
    expect(new Set([body, ...others.map((heard) => heard.body)].map(({ actor }) => actor.userId)).size).toBe(
      3,
    );
  });
});

describe("capabilities", () => {
  test("follow the flags", async () => {
    made = await sandbox.account({ flags: { hiring: false, credits: false } });
    const { body } = await member("GET", "/job-drafts/capabilities");
    expect(body).toMatchObject({
      featureKey: FLAGS.draft,
      namespace: "job-drafts",
      rolloutMode: "ALL",
      actorIsAdmin: false,
      authBootstrap: "token",
      enabled: true,
    });
    const off = Object.entries(body.capabilities).filter(([, on]) => !on);
    expect(off.map(([name]) => name)).toEqual(["hiring", "credits"]);
    expect(Object.keys(body.capabilities)).toHaveLength(11);
  });
});

describe("the team", () => {
  const invite = async (email: string) => (await owner("POST", "/team/invites", { email })).body;

  test("lists its seats, unmasked, and says what a token lacks and has", async () => {
    made = await sandbox.account({ scopes: { member: ["jobs:read"] } });
    const { team } = (await owner("GET", "/team")).body;
    expect(team.members.map(({ role, name }) => [role, name])).toEqual([
      ["OWNER", "Sam Okafor"],
      ["MEMBER", "Label Agent"],
      ["MEMBER", "Lena Fischer"],
    ]);
    expect(team.organization).toMatchObject({
      ownerName: "Sam Okafor",
      ownerUserId: team.members[0]?.userId,
    });
    expect((await member("GET", "/team")).body.details).toEqual({
      requiredScopes: ["team:read"],
      grantedScopes: ["jobs:read"],
    });
    expect((await member("GET", "/credits")).body.details).toEqual({ requiredScopes: ["payments:read"] });
  });

  test("invites a stranger once, takes in somebody known, and knows its own", async () => {
    made = await sandbox.account();
    const first = await invite("New@Example.test");
    expect(first).toMatchObject({ ok: true, status: "invite_created", email: "new@example.test" });
    const again = await invite("new@example.test");
    expect(again.team.invites).toEqual(first.team.invites);
    expect(first.team.invites).toHaveLength(1);
    expect(await invite(first.team.members[1]?.email ?? "")).toMatchObject({ status: "already_member" });
    const other = await sandbox.account();
    const { email } = (await sandbox.call(other.tokens.agent, "GET", "/auth/me")).body.actor;
    const added = await invite(String(email));
    expect(added).toMatchObject({ status: "member_added", team: { members: { length: 4 } } });
    expect((await invite(String(email))).status).toBe("already_member");
    await move(7 * DAY);
    expect((await owner("GET", "/team")).body.team.invites).toEqual([]);
  });

  test("cannot write to an address that cannot get mail, and is refused where there are no teams", async () => {
    made = await sandbox.account();
    const failed = await owner("POST", "/team/invites", { email: "nobody@nowhere.invalid" });
    expect([failed.status, failed.body.details]).toEqual([409, { reason: "invite_email_send_failed" }]);
    expect((await owner("GET", "/team")).body.team.invites).toEqual([]);
    made = await sandbox.account({ flags: { teams: false } });
    for (const heard of [
      await owner("GET", "/team"),
      await owner("POST", "/team/invites", { email: "a@b.test" }),
    ]) {
      expect([heard.status, heard.body.details]).toEqual([403, { reason: "teams_not_enabled" }]);
    }
  });
});
