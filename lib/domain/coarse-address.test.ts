import { expect, it } from "vitest";
import { coarseAddress } from "./coarse-address";

it.each([
  ["203.0.113.77", "203.0.x.x"],
  ["::ffff:203.0.113.77", "203.0.x.x"],
  ["2001:DB8:1:2::9", "2001:db8:x"],
  ["127.0.0.1", "loopback"],
  ["::1", "loopback"],
  ["::ffff:127.0.0.1", "loopback"],
  ["fe80::1%eth0", null],
  ["not an address", null],
  ["", null],
  [null, null],
])("%s is %s", (address, coarse) => expect(coarseAddress(address)).toBe(coarse));
