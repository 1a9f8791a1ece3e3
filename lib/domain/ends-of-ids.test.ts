import { expect, it } from "vitest";
import { endsOfIds } from "./ends-of-ids";

const ends = (...ids: string[]) => [...endsOfIds(ids).values()];

it("says four signs of the end where they differ", () => {
  expect(ends("usr_arp77", "usr_z93")).toEqual(["rp77", "rz93"]);
});

it("says as many as it takes", () => {
  expect(ends("ct_a10001", "ct_b10001")).toEqual(["a10001", "b10001"]);
  expect(ends("ct_1", "ct_11")).toEqual(["ct1", "ct11"]);
  expect(ends("a-b", "ab")).toEqual(["a-b", "ab"]);
});
