import { expect, it } from "vitest";
import { findContracts } from "./find-contracts";

const contract = (id: string, title: string | null, displayName: string | null, status = "active") => ({
  ...{ id, title, status },
  jobTitle: "Street signs",
  freelancer: displayName === null ? null : { displayName },
});
const all = [
  contract("ctr_1", "Night footage", "Lucía M."),
  contract("ctr_2", null, null),
  contract("ctr_3", "Night boxes", "Ada L.", "ended"),
];
const found = (status: string | null, q: string | null) =>
  findContracts(all, { status, q }).map(({ id }) => id);

it.each([
  [null, null, ["ctr_1", "ctr_2", "ctr_3"]],
  ["ended", null, ["ctr_3"]],
  [null, "night", ["ctr_1", "ctr_3"]],
  [null, "  NIGHT   lucia ", ["ctr_1"]],
  [null, "ctr_2", ["ctr_2"]],
  [null, "signs", ["ctr_1", "ctr_2", "ctr_3"]],
  ["active", "boxes", []],
])("finds in state %s with the words %s", (status, q, ids) => {
  expect(found(status, q)).toEqual(ids);
});
