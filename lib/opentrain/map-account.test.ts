import { expect, test } from "vitest";
import { mapCapabilities, mapTokens, mapWebhooks } from "./map-account";
import { parsePlainJson } from "./plain-json";
import * as samples from "./samples";
import { capabilitiesAnswer, tokensAnswer, webhooksAnswer } from "./schemas";

test("tokens come without any part of themselves", () => {
  const read = mapTokens(tokensAnswer.parse(parsePlainJson(samples.tokens)));
  expect(read).toEqual({
    tokens: [
      {
        id: "tok_1",
        name: "Inbox",
        scopes: ["payments:read", "jobs:read"],
        status: "active",
        organizationId: "org_1",
        createdAt: new Date("2026-09-01T08:00:00Z"),
        lastUsedAt: null,
        expiresAt: new Date("2026-12-01T08:00:00Z"),
        revokedAt: null,
      },
    ],
    setAside: 0,
  });
});

test("scopes that were not listed are unknown, which is not none", () => {
  const tokens = [{ id: "a" }, { id: "b", scopes: [] }, { id: "c", scopes: ["jobs:read", 7] }];
  expect(mapTokens(tokensAnswer.parse({ tokens })).tokens.map(({ scopes }) => scopes)).toEqual([
    null,
    [],
    ["jobs:read"],
  ]);
});

test("capabilities keep names that are new to us, and say nothing that was not said", () => {
  const { can, enabled } = mapCapabilities(capabilitiesAnswer.parse(parsePlainJson(samples.capabilities)));
  expect([can.get("hiring"), can.get("paymentsWrite"), can.get("unheardOf"), enabled]).toEqual([
    true,
    false,
    undefined,
    true,
  ]);
  const odd = `{"capabilities":{"newThing":true,"credits":"yes","__proto__":true,"constructor":false}}`;
  const read = mapCapabilities(capabilitiesAnswer.parse(parsePlainJson(odd)));
  expect([...read.can]).toEqual([
    ["newThing", true],
    ["__proto__", true],
    ["constructor", false],
  ]);
  expect(read.enabled).toBeNull();
});

test("webhooks, one of them switched off", () => {
  const { webhooks } = mapWebhooks(webhooksAnswer.parse(parsePlainJson(samples.webhooks)));
  expect(webhooks).toMatchObject([
    { id: "hook_1", status: "ACTIVE", eventTypes: ["approval.confirmed", "contract.created"] },
    { id: "hook_0", status: "DISABLED", disabledReason: "No answer" },
  ]);
});
