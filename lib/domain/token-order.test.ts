import { expect, it } from "vitest";
import { inReadingOrder, type OrderedToken } from "./token-order";

const now = new Date("2026-11-21T12:00:00.000Z");
const token = (id: string, more: Partial<OrderedToken> = {}): OrderedToken => ({
  id,
  scopes: ["payments:read"],
  state: "active",
  expiresAt: null,
  ...more,
});
const order = (tokens: OrderedToken[], first?: string | null) =>
  inReadingOrder(tokens, { first, now }).map(({ id }) => id);

it("asks the one known to see it, then the widest, then the one that was here first", () => {
  const tokens = [
    token("a"),
    token("b"),
    token("wide", { scopes: ["payments:read", "proposals:read", "jobs:read"] }),
    token("writes", { scopes: ["payments:write", "jobs:write"] }),
  ];
  expect(order(tokens)).toEqual(["wide", "writes", "a", "b"]);
  expect(order(tokens, "b")).toEqual(["b", "wide", "writes", "a"]);
  expect(order(tokens, "gone")).toEqual(["wide", "writes", "a", "b"]);
});

it("does not count scopes that are of no use here", () => {
  const many = token("many", {
    scopes: ["payments:read", "messages:read", "messages:write", "team:x", "odd:read"],
  });
  expect(order([many, token("two", { scopes: ["payments:read", "jobs:read"] })])).toEqual(["two", "many"]);
});

it("leaves refused and expired ones alone while another is left, and a revoked one for ever", () => {
  const refused = token("refused", { state: "refused" });
  const expired = token("expired", { expiresAt: now });
  const revoked = token("revoked", { state: "revoked" });
  expect(order([refused, expired, revoked, token("good")], "refused")).toEqual(["good"]);
  expect(order([refused, expired, revoked], "expired")).toEqual(["expired", "refused"]);
  expect(order([revoked])).toEqual([]);
});
