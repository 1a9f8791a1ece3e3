import { describe, expect, it } from "vitest";
import { securityHeaders } from "./security-headers";

describe("securityHeaders", () => {
  const production = securityHeaders({ nonce: "abc", development: false, https: true });

  it("allows nothing inline and nothing evaluated", () => {
    expect(production["Content-Security-Policy"]).toContain("script-src 'self' 'nonce-abc'");
    expect(production["Content-Security-Policy"]).not.toMatch(/unsafe|ws:|\*|https?:/);
  });

  it("asks for https only where the public address is https", () => {
    expect(production["Strict-Transport-Security"]).toBeDefined();
    const plain = securityHeaders({ nonce: "abc", development: false, https: false });
    expect(plain["Strict-Transport-Security"]).toBeUndefined();
  });
});
