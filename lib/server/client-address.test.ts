import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("clientAddress", () => {
  const forwardedFor = "9.9.9.9, 203.0.113.7, 10.0.0.1";

  it("believes nobody without proxies", () => {
    expect(clientAddress({ socket: "::ffff:192.0.2.1", forwardedFor, proxies: 0 })).toBe("192.0.2.1");
  });

  it.each([
    [1, "10.0.0.1"],
    [2, "203.0.113.7"],
    [3, "9.9.9.9"],
  ])("with %i proxies takes the entry the outermost of them wrote", (proxies, address) => {
    expect(clientAddress({ socket: "127.0.0.1", forwardedFor, proxies })).toBe(address);
  });

  it("takes nobody's word when there are fewer entries than proxies", () => {
    for (const header of [forwardedFor, "9.9.9.9", "9.9.9.9, 203.0.113.7"]) {
      expect(clientAddress({ socket: "10.0.0.9", forwardedFor: header, proxies: 4 })).toBe("10.0.0.9");
    }
  });

  it("is moved by nothing a stranger writes before what the proxies wrote", () => {
    for (const spoofed of [
      "",
      "1.1.1.1, ",
      "::1, junk, ",
      ", , ",
      '"x", for=1.1.1.1;by=2.2.2.2, ',
      `${"a".repeat(500)}, `,
    ]) {
      for (const proxies of [1, 2, 3]) {
        const chain = ["203.0.113.7", "10.0.0.1", "10.0.0.2"].slice(0, proxies).join(", ");
        const address = clientAddress({ socket: "10.0.0.9", forwardedFor: `${spoofed}${chain}`, proxies });
        expect([proxies, address]).toEqual([proxies, "203.0.113.7"]);
      }
    }
  });

  it.each(["unknown", "", "not an address", "1.2.3"])("falls back to the socket for %j", (header) => {
    expect(clientAddress({ socket: "127.0.0.1", forwardedFor: header, proxies: 1 })).toBe("127.0.0.1");
  });

  it.each([
    ["192.0.2.1:5000", "192.0.2.1"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ["2001:db8::1", "2001:db8::1"],
  ])("reads %s as %s", (entry, address) => {
    expect(clientAddress({ socket: "127.0.0.1", forwardedFor: entry, proxies: 1 })).toBe(address);
  });
});
