import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { log } from "@/lib/log";

let written = "";

beforeEach(() => {
  written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("log", () => {
  it("writes one JSON object a line", () => {
    log.info({ requestId: "r1", count: 2 }, "read");
    expect(written.endsWith("\n")).toBe(true);
    expect(JSON.parse(written)).toMatchObject({ level: "info", message: "read", requestId: "r1", count: 2 });
  });

  it("keeps quiet below the level that was asked for", () => {
    vi.stubEnv("LOG_LEVEL", "warn");
    log.info({}, "quiet");
    log.debug({}, "quiet");
    expect(written).toBe("");
    log.warn({}, "heard");
    expect(written).toContain("heard");
  });

  const secrets: [string, Record<string, unknown>][] = [
    ["an OpenTrain token in a sentence", { problem: "refused ot_pat_abc_THESECRET here" }],
    ["an agent's claim", { problem: "ot_clm_THESECRET" }],
    ["a webhook secret", { problem: "whsec_THESECRET" }],
    ["a bearer header", { problem: "Authorization: Bearer THESECRET" }],
    ["a header by name", { headers: { authorization: "THESECRET", cookie: "a=THESECRET" } }],
    ["a password by name", { input: { email: "a@b.example", password: "THESECRET" } }],
    ["a session cookie in a text", { problem: "next-auth.session-token=THESECRET; Path=/" }],
    ["the password of an address", { url: "postgres://app:THESECRET@db.example/countersign" }],
    ["a set-up link", { url: "http://localhost:3000/setup#THESECRET" }],
    ["a signed session", { problem: "eyJhbGciOi.THESECRET.THESECRET" }],
    ["a token in an error", { error: new Error("ot_pat_x_THESECRET") }],
    ["a token in an error's cause", { error: new Error("no", { cause: new Error("whsec_THESECRET") }) }],
    ["a token inside a list", { list: [{ deep: ["ot_pat_x_THESECRET"] }] }],
    ["bytes", { key: Buffer.from("THESECRET") }],
  ];
  it.each(secrets)("hides %s", (_, fields) => {
    log.error(fields, "it happened");
    expect(written).toContain("it happened");
    expect(written).not.toContain("THESECRET");
    expect(written).not.toContain(Buffer.from("THESECRET").toString("base64"));
  });

  it("hides a secret in the message itself", () => {
    log.info({}, "got ot_pat_x_THESECRET");
    expect(written).not.toContain("THESECRET");
  });

  it("hides a chosen capture key, which has no shape of its own", () => {
    vi.stubEnv("CAPTURE_KEY", "correct horse battery staple and more");
    log.warn({ problem: "key correct horse battery staple and more was refused" }, "refused");
    expect(written).not.toContain("battery");
  });

  it("keeps what is no secret", () => {
    log.info({ tokenLabel: "Finance", captureKeyId: "k1", contractId: "12", hasPassword: true }, "kept");
    expect(JSON.parse(written)).toMatchObject({
      tokenLabel: "Finance",
      captureKeyId: "k1",
      hasPassword: true,
    });
  });

  it("survives what JSON cannot hold", () => {
    const loop: Record<string, unknown> = { size: 10n };
    loop.self = loop;
    log.info({ loop }, "odd");
    expect(JSON.parse(written).loop).toEqual({ size: "10", self: "[circular]" });
  });
});
