import { expect, it } from "vitest";
import { approvalKeys } from "../queries/approval-keys";
import { claimKeys } from "../queries/claims";
import { contractKeys } from "../queries/contracts";
import { summaryKeys } from "../queries/summary";
import { teamKeys } from "../queries/team";
import { everything, touches } from "./touches";

const shown = {
  open: approvalKeys.open(),
  first: approvalKeys.settled(null),
  further: approvalKeys.settled("next"),
  one: approvalKeys.detail("a1"),
  another: approvalKeys.detail("a2"),
  contracts: contractKeys.list(),
  contract: contractKeys.detail("c1"),
  claims: claimKeys.all,
  summary: summaryKeys.all,
  team: teamKeys.all,
};

function touched(event: (typeof everything)[number], data: unknown = null): string[] {
  return Object.entries(shown).flatMap(([name, queryKey]) =>
    touches(event, { queryKey, state: { data } }) ? [name] : [],
  );
}

it("asks again for what shows the thing, and for nothing else", () => {
  expect(touched({ kind: "approval", id: "a1" })).toEqual([
    ...["open", "first", "one", "contracts", "contract", "summary"],
  ]);
  expect(touched({ kind: "approval", id: "a1" }, { approvals: [{ id: "a1" }] })).toContain("further");
  expect(touched({ kind: "contract", id: "c2" })).toEqual(["contracts"]);
  expect(touched({ kind: "contract", id: "c1" }, { approval: { contractId: "c1" } })).toEqual([
    ...["one", "another", "contracts", "contract"],
  ]);
  expect(touched({ kind: "claim", id: "x" })).toEqual(["claims", "summary"]);
  expect(touched({ kind: "summary", id: null })).toEqual(["summary"]);
});

it("asks for everything when everything may have changed", () => {
  const all = new Set(everything.flatMap((event) => touched(event)));
  expect([...all].toSorted()).toEqual(
    Object.keys(shown)
      .filter((name) => name !== "team")
      .toSorted(),
  );
});
