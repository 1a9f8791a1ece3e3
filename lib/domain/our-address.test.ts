import { expect, it } from "vitest";
import { ourAddressFor } from "./our-address";

const real = "https://app.opentrain.ai";
const sandbox = "http://localhost:4010";

it.each([
  [real, "https://inbox.example.com", "https://inbox.example.com"],
  [real, "https://inbox.example.com:8443", "https://inbox.example.com:8443"],
  [real, "https://203.0.113.7", "https://203.0.113.7"],
  [real, "https://[2001:db8::1]", "https://[2001:db8::1]"],
  [real, "http://inbox.example.com", null],
  [real, "http://localhost:3000", null],
  [real, "https://10.1.2.3", null],
  [real, "https://172.20.0.1", null],
  [real, "https://192.168.1.5", null],
  [real, "https://100.100.0.1", null],
  [real, "https://169.254.1.1", null],
  [real, "https://[fd00::1]", null],
  [real, "https://[fe80::1]", null],
  [real, "https://inbox", null],
  [real, "https://inbox.local", null],
  [real, "https://inbox.corp.", null],
  [sandbox, "http://localhost:3000", "http://localhost:3000"],
  [sandbox, "http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  [sandbox, "https://inbox.example.com", "http://127.0.0.1:3111"],
  [sandbox, "http://localhost:0", null],
])("%s reaches us at %s: %s", (origin, appUrl, expected) => {
  expect(ourAddressFor(origin, { appUrl, port: 3111 })).toBe(expected);
});

it("knows no address of a port that was not chosen yet", () => {
  expect(ourAddressFor(sandbox, { appUrl: "https://inbox.example.com", port: 0 })).toBeNull();
});
