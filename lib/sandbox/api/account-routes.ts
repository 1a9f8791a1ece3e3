import { FLAGS } from "../flags";
import { MAX_ACTIVE_TOKENS } from "../guesses";
import { Refusal } from "../refusal";
import { hasScope, isScope, SCOPES } from "../scopes";
import type { Transaction } from "../state/transaction";
import { mintToken } from "../tokens/mint";
import { teamOut } from "../wire/team";
import { tokenOut, tokenState } from "../wire/token";
import { type Answer, ok } from "./answer";
import { badField, newestFirst } from "./paging";
import type { ApiCall, Route } from "./route";

const MAX_NAME = 120;

export const accountRoutes: Route[] = [
  { method: "GET", path: "/auth/me", gate: {}, run: (_tx, call) => ok(describeCaller(call)) },
  {
    method: "GET",
    path: "/tokens",
    gate: {},
    run: (tx, { caller: { account } }) => {
      const now = tx.now(account.id);
      const tokens = newestFirst(tx.of("tokens", account.id));
      return ok({ tokens: tokens.map((token) => tokenOut(token, account.organizationId, now)) });
    },
  },
  { method: "POST", path: "/tokens", gate: {}, run: createToken },
  {
    method: "DELETE",
    path: "/tokens/:id",
    gate: {},
    run: (tx, { caller: { account }, id }) => {
      const token = tx.get("tokens", id);
      if (!token || token.accountId !== account.id) {
        throw new Refusal("NOT_FOUND", "No such token.", { tokenId: id });
      }
      const now = tx.now(account.id);
      const revoked = tx.put("tokens", { ...token, revokedAt: token.revokedAt ?? now });
      return ok({ token: tokenOut(revoked, account.organizationId, now) });
    },
  },
  {
    method: "GET",
    path: "/team",
    gate: { scopes: ["team:read"], flag: FLAGS.team },
    run: (_tx, { caller: { account } }) => ok({ team: teamOut(account) }),
  },
  {
    method: "GET",
    path: "/job-drafts/capabilities",
    gate: { flag: FLAGS.draft },
    run: (_tx, { caller: { account } }) => ok(describeCapabilities(account.flags)),
  },
];

function describeCaller({ caller: { account, token } }: ApiCall) {
  const person = account.people[token.seat];
  return {
    actor: {
      ...person,
      fullName: `${person.firstName} ${person.lastName}`,
      userType: "EMPLOYER",
    },
    token: {
      id: token.id,
      label: token.name,
      scopes: token.scopes,
      ownerOrganizationId: account.organizationId,
    },
    account: {
      kind: "employer_organization",
      organizationId: account.organizationId,
      ownerUserId: account.people.owner.userId,
      memberRole: token.seat === "owner" ? "OWNER" : "MEMBER",
    },
  };
}

function createToken(tx: Transaction, { caller: { account, token }, body }: ApiCall): Answer {
  const wanted = body() ?? {};
  if (typeof wanted !== "object" || Array.isArray(wanted)) throw badField("body");
  const { name = "API token", scopes = token.scopes, expiresAt = null } = wanted as Record<string, unknown>;
  if (typeof name !== "string" || name.trim() === "" || name.length > MAX_NAME) throw badField("name");
  if (!Array.isArray(scopes)) throw badField("scopes");
  const unknownScopes = scopes.filter((scope) => !isScope(scope));
  if (unknownScopes.length > 0) {
    throw new Refusal("BAD_REQUEST", "Some scopes are unknown.", { unknownScopes, supportedScopes: SCOPES });
  }
  const now = tx.now(account.id);
  const ends = typeof expiresAt === "string" ? Date.parse(expiresAt) : null;
  if (expiresAt !== null && !(ends !== null && ends > now)) throw badField("expiresAt");
  const granted = scopes.filter(isScope);
  const missing = granted.filter((scope) => !hasScope(token.scopes, scope));
  if (missing.length > 0) {
    throw new Refusal("FORBIDDEN", "A token cannot give more than it has.", { requiredScopes: missing });
  }
  const active = tx.of("tokens", account.id).filter((one) => tokenState(one, now) === "active");
  if (active.length >= MAX_ACTIVE_TOKENS) {
    throw new Refusal("CONFLICT", "The account has as many active tokens as it may have.", {
      limit: MAX_ACTIVE_TOKENS,
    });
  }
  const draft = { accountId: account.id, seat: token.seat, name, scopes: granted, expiresAt: ends };
  const minted = mintToken(tx, draft);
  const metadata = tokenOut(minted.token, account.organizationId, now);
  return { status: 201, body: { token: minted.plain, tokenType: "bearer", metadata } };
}

function describeCapabilities(flags: Record<string, boolean>) {
  const on = (flag: string) => flags[flag] === true;
  return {
    featureKey: FLAGS.draft,
    namespace: "job-drafts",
    rolloutMode: "ALL",
    actorIsAdmin: false,
    capabilities: {
      draftImport: false,
      draftCreate: false,
      draftUpdate: false,
      draftUrlRead: false,
      publish: on(FLAGS.publish),
      hiring: on(FLAGS.hiring),
      messagingWrites: on(FLAGS.messagingWrites),
      team: on(FLAGS.team),
      paymentsWrite: on(FLAGS.paymentsWrite),
      credits: on(FLAGS.credits),
      webhooks: on(FLAGS.webhooks),
    },
    draft: { importFormats: [], updateKeys: [], enums: {} },
    authBootstrap: "token",
    enabled: true,
  };
}
