import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { environmentNames, readEnv } from "@/lib/env";

const long = "k".repeat(32);
const faultsOf = (source: Record<string, string>) => readEnv(source).faults.map(({ name }) => name);

describe("readEnv", () => {
  it("needs nothing, and takes an empty string for nothing", () => {
    const { env } = readEnv({ PORT: "", AUTH_SECRET: "", DATABASE_URL: "", TRUST_PROXY: "" });
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      APP_URL: "http://localhost:3000",
      TRUST_PROXY: 0,
      SANDBOX: "auto",
    });
  });

  it("names everything it reads in .env.example, and nothing else", () => {
    const named = readFileSync(".env.example", "utf8").match(/^[A-Z_]+(?==)/gm) ?? [];
    expect(named.toSorted()).toEqual(environmentNames.filter((name) => name !== "NODE_ENV").toSorted());
  });

  it("takes what the contract names", () => {
    const { env, faults } = readEnv({
      PORT: "8080",
      HOST: "::",
      APP_URL: "https://inbox.example.com/",
      TRUST_PROXY: "2",
      DATABASE_URL: "postgres://app@/countersign?host=/var/run/postgresql",
      DATABASE_MIGRATE_URL: "postgresql://owner:p%20w@db.example.com:5432/countersign",
      ENCRYPTION_KEYS: `${long}, ${long}`,
      OWNER_EMAIL: "owner@example.com",
      OWNER_PASSWORD: " a pass phrase of length ",
      OPENTRAIN_API_TOKEN: "ot_pat_a_b",
      SMTP_URL: "smtps://user:pw@mail.example.com:465",
      EMAIL_FROM: "Countersign <inbox@example.com>",
      OIDC_ISSUER: "https://id.example.com/realm",
      OIDC_CLIENT_ID: "inbox",
      OIDC_CLIENT_SECRET: "s",
      OIDC_ALLOWED_DOMAINS: "example.com, example.org",
    });
    expect(faults).toEqual([]);
    expect(env).toMatchObject({ PORT: 8080, APP_URL: "https://inbox.example.com", TRUST_PROXY: 2 });
  });

  it.each([
    ["PORT", ["x", "-1", "65536", "80 ", "0x50", "1e3", "80.0", "٣", "1\n"]],
    ["HOST", ["a b", "http://a", "a\tb", "[::1]"]],
    [
      "APP_URL",
      [
        "inbox.example.com",
        "https://a/b",
        "https://a?b",
        "https://a#b",
        "https://u:p@a",
        "ftp://a",
        " https://a",
        "https://a\n",
        "https:\\\\a",
        "https://a b",
      ],
    ],
    ["TRUST_PROXY", ["-1", "11", "true", "1.5"]],
    ["DATA_DIR", ["a\0b", "a\u0085b", " .data", "a\rb"]],
    ["DATABASE_URL", ["mysql://a", "postgres://a b", "postgres://", " postgres://a/b"]],
    ["AUTH_SECRET", ["short", `${long} `, `${long}\n`, "k".repeat(513)]],
    ["ENCRYPTION_KEYS", ["short", `${long},`, `${long},short`, `${long}\u0000`]],
    ["OPENTRAIN_API_BASE_URL", ["https://a/api", "a"]],
    ["OPENTRAIN_API_TOKEN", ["pat", "ot_pat_", "ot_pat_a b", "ot_pat_ä"]],
    ["OPENTRAIN_WEBHOOK_SECRET", ["x", "whsec_", "whsec_a\tb"]],
    ["CAPTURE_KEY", ["short", `${long} x`, `${long}ä`]],
    ["SYNC_INTERVAL_MS", ["99", "3600001", "15s"]],
    ["AGENT_REGISTRATION", ["yes", "ON"]],
    ["SMTP_URL", ["mail.example.com", "smtp://a b"]],
    ["ROLE", ["both"]],
    ["LOG_LEVEL", ["INFO"]],
    ["SERVICE_WORKER", ["no"]],
    ["SANDBOX", ["true"]],
    ["SANDBOX_PORT", ["x"]],
    ["OIDC_ISSUER", ["id.example.com"]],
    ["OIDC_ALLOWED_DOMAINS", ["a b"]],
  ])("refuses %s by name", (name, values) => {
    for (const value of values)
      expect([value, faultsOf({ [name]: value })]).toEqual([value, expect.arrayContaining([name])]);
  });

  it.each([
    [{ OWNER_EMAIL: "a@example.com" }, ["OWNER_PASSWORD"]],
    [{ OWNER_PASSWORD: "long enough it is" }, ["OWNER_EMAIL"]],
    [{ OIDC_ISSUER: "https://a" }, ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]],
    [{ EMAIL_FROM: "a@example.com" }, ["SMTP_URL"]],
    [{ DATABASE_MIGRATE_URL: "postgres://a/b" }, ["DATABASE_URL"]],
    [{ APP_URL: "https://localhost:3000" }, ["APP_URL"]],
    [{ APP_URL: "https://127.0.0.1" }, ["APP_URL"]],
    [
      { APP_URL: "https://a.example", OPENTRAIN_API_BASE_URL: "https://a.example" },
      ["OPENTRAIN_API_BASE_URL"],
    ],
  ])("refuses what contradicts itself: %j", (source, names) => expect(faultsOf(source)).toEqual(names));

  it("says in plain words what is missing beside what is there", () => {
    const told = (source: Record<string, string>) => readEnv(source).faults.map(({ problem }) => problem);
    expect(told({ OWNER_EMAIL: "a@example.com" })).toEqual(["must be set when OWNER_EMAIL is"]);
    expect(told({ OIDC_ISSUER: "https://a", OIDC_CLIENT_ID: "a" })).toEqual([
      "must be set when OIDC_ISSUER and OIDC_CLIENT_ID are",
    ]);
    expect(told({ APP_URL: "inbox.example.com" })[0]).toContain("with http:// or https://");
  });

  it("tells every fault at once, each name once, and nothing of any value", () => {
    const mark = "zq81value";
    const names = [
      "PORT",
      "HOST",
      "APP_URL",
      "DATABASE_URL",
      "AUTH_SECRET",
      "CAPTURE_KEY",
      "ROLE",
      "OWNER_EMAIL",
      "SMTP_URL",
    ];
    const { faults } = readEnv(Object.fromEntries(names.map((name) => [name, `${mark} \u0007`])));
    expect(faults.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    expect(JSON.stringify(faults)).not.toContain(mark);
  });

  it("never throws and never quotes, whatever it is given", () => {
    const names = fc.constantFrom(
      "PORT",
      "APP_URL",
      "DATABASE_URL",
      "OPENTRAIN_API_BASE_URL",
      "EMAIL_FROM",
      "ENCRYPTION_KEYS",
      "HOST",
      "OIDC_ISSUER",
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ minLength: 6, unit: "binary" })), (source) => {
        const told = JSON.stringify(readEnv(source).faults);
        for (const value of Object.values(source)) expect(told).not.toContain(value);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
