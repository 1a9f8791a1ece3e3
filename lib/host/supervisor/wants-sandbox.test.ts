import { describe, expect, it } from "vitest";
import { wantsSandbox } from "@/lib/host/supervisor/wants-sandbox";

const home = { ROLE: "all", SANDBOX: "auto", APP_URL: "http://localhost:3000" } as const;

describe("wantsSandbox", () => {
  it("runs it at home while nothing real is connected", () => {
    expect(wantsSandbox(home, false)).toBe(true);
    expect(wantsSandbox({ ...home, APP_URL: "http://127.0.0.1:3000" }, false)).toBe(true);
    expect(wantsSandbox({ ...home, APP_URL: "http://[::1]:3000" }, false)).toBe(true);
  });
  it("does not run it beside a real account, or on a public address", () => {
    expect(wantsSandbox(home, true)).toBe(false);
    expect(wantsSandbox({ ...home, APP_URL: "https://inbox.example" }, false)).toBe(false);
    expect(wantsSandbox({ ...home, APP_URL: "https://localhost.example" }, false)).toBe(false);
  });
  it("does as it is told", () => {
    expect(wantsSandbox({ ...home, SANDBOX: "on", APP_URL: "https://inbox.example" }, true)).toBe(true);
    expect(wantsSandbox({ ...home, SANDBOX: "off" }, false)).toBe(false);
  });
  it("belongs to the whole inbox, never to a web or a worker alone", () => {
    expect(wantsSandbox({ ...home, SANDBOX: "on", ROLE: "web" }, false)).toBe(false);
  });
});
