import { describe, expect, it } from "vitest";
import { isOurHost } from "./check-host";

const ours = { appUrl: "https://inbox.example.com", port: 3000 };

describe("isOurHost", () => {
  it.each([
    "inbox.example.com",
    "INBOX.example.com",
    "inbox.example.com:443",
    "localhost:3000",
    "127.0.0.1:3000",
    "[::1]:3000",
  ])("takes %s", (host) => expect(isOurHost(host, ours)).toBe(true));

  it.each([
    undefined,
    "",
    "evil.example.com",
    "inbox.example.com:80",
    "inbox.example.com.evil.com",
    "inbox.example.com.",
    "localhost",
    "localhost:3001",
    "127.0.0.2:3000",
    "127.0.0.1:3000:3000",
    "user@localhost:3000",
    "localhost:3000/",
    "localhost:3000, evil.example.com",
    "2130706433:3000",
  ])("refuses %s", (host) => expect(isOurHost(host, ours)).toBe(false));

  it("takes a loopback name without a port on port 80 only", () => {
    expect(isOurHost("localhost", { appUrl: "http://localhost", port: 80 })).toBe(true);
    expect(isOurHost("127.0.0.1", { appUrl: "http://localhost", port: 80 })).toBe(true);
  });
});
