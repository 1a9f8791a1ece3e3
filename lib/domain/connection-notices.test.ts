import { describe, expect, it } from "vitest";
import { connectionNotices, type NoticedToken, tokenStanding } from "./connection-notices";

const now = new Date("2026-11-21T12:00:00.000Z");
const dayMs = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * dayMs);
const open = { state: "open" as const, disconnectedAt: null };
const wide = ["payments:read", "proposals:read", "jobs:read"];

function token(more: Partial<NoticedToken> = {}): NoticedToken {
  return {
    id: "t1",
    label: "inbox",
    scopes: wide,
    state: "active",
    stateSince: null,
    expiresAt: null,
    ...more,
  };
}
const kinds = (...tokens: NoticedToken[]) => connectionNotices(open, tokens, now).map(({ kind }) => kind);

describe("how a token stands", () => {
  it.each([
    ["active", { expiresAt: null }],
    ["active", { expiresAt: new Date(inDays(14).getTime() + 1) }],
    ["expires_soon", { expiresAt: inDays(14) }],
    ["expires_soon", { expiresAt: new Date(now.getTime() + 1) }],
    ["expired", { expiresAt: now }],
    ["expired", { expiresAt: inDays(-1), state: "refused" }],
    ["refused", { state: "refused" }],
    ["refused", { state: "refused", expiresAt: inDays(3) }],
  ] as const)("%s for %j", (standing, more) => expect(tokenStanding(token(more), now)).toBe(standing));
});

describe("what is said of a connection", () => {
  it("is nothing while all is well", () => expect(kinds(token())).toEqual([]));

  it("is that it was disconnected, and then nothing else", () => {
    const closed = { state: "disconnected" as const, disconnectedAt: now };
    expect(connectionNotices(closed, [token({ expiresAt: now })], now)).toEqual([
      { kind: "disconnected", since: now },
    ]);
  });

  it("is that nothing is there to read with, when no token is", () => {
    expect(connectionNotices(open, [], now)).toEqual([{ kind: "no_token" }]);
  });

  it("is the end of a token fourteen days ahead, with its date", () => {
    expect(connectionNotices(open, [token({ expiresAt: inDays(14) })], now)).toEqual([
      { kind: "token_expires", label: "inbox", at: inDays(14) },
    ]);
  });

  it("is graver when no other token reads in its place", () => {
    const lost = token({ state: "refused", stateSince: now });
    expect(connectionNotices(open, [lost], now)).toEqual([
      { kind: "token_refused", label: "inbox", since: now, isOnly: true },
    ]);
    expect(connectionNotices(open, [lost, token({ expiresAt: inDays(-1) })], now)).toMatchObject([
      { kind: "token_refused", isOnly: true },
      { kind: "token_expired", isOnly: true },
    ]);
    expect(connectionNotices(open, [lost, token({ id: "t2" })], now)).toMatchObject([
      { kind: "token_refused", isOnly: false },
    ]);
  });

  it("names a scope that no token in use has, the required one first of all", () => {
    expect(kinds(token({ scopes: ["payments:read"] }))).toEqual(["scope_missing", "scope_missing"]);
    expect(
      kinds(token({ scopes: ["payments:read"] }), token({ scopes: ["jobs:write", "proposals:read"] })),
    ).toEqual([]);
    const without = [token({ scopes: ["jobs:read"], expiresAt: inDays(1) })];
    expect(connectionNotices(open, without, now)).toMatchObject([
      { kind: "scope_missing", scope: "payments:read" },
      { kind: "scope_missing", scope: "proposals:read" },
      { kind: "token_expires" },
    ]);
    // What a refused one had counts no more, and of refused ones alone it is not the news.
    expect(kinds(token({ state: "refused" }), token({ scopes: ["payments:read", "jobs:read"] }))).toEqual([
      "token_refused",
      "scope_missing",
    ]);
    expect(kinds(token({ state: "refused", scopes: [] }))).toEqual(["token_refused"]);
  });
});
