import { expect, it } from "vitest";
import { JunkLimit, MOST_JUNK } from "./junk-limit";

it("listens to no address that sent too much junk, until the minute is over", () => {
  const limit = new JunkLimit();
  limit.check("192.0.2.1", 1_000);
  for (let sent = 0; sent < MOST_JUNK; sent += 1) limit.note("192.0.2.1");
  expect(() => limit.check("192.0.2.1", 30_000)).toThrow(
    expect.objectContaining({ code: "RATE_LIMITED", details: { retryAfterSeconds: 31 } }),
  );
  expect(() => limit.check("192.0.2.2", 30_000)).not.toThrow();
  expect(() => limit.check("192.0.2.1", 61_000)).not.toThrow();
});

it("keeps no more addresses than it has room for", () => {
  const limit = new JunkLimit();
  limit.check("first", 0);
  for (let address = 0; address < 25_000; address += 1) limit.note(`address ${address}`);
  for (let sent = 0; sent < MOST_JUNK; sent += 1) limit.note("the loud one");
  expect(() => limit.check("the loud one", 1)).toThrow();
  expect(() => limit.check("address 1", 1)).not.toThrow();
});
