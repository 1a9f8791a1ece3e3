import { expect, test } from "vitest";
import { TYPE_OF_ACTION } from "@/lib/domain/actions";
import type { Ask } from "@/lib/recorder/keeper";
import { notingKeeper } from "./noting-keeper";

const ask: Ask = {
  place: { workspaceId: "w", connectionId: "c", origin: "https://app.opentrain.ai" },
  action: "fund",
  subjectId: "ms_1",
  body: null,
  agent: { name: null, reason: null },
  at: new Date(0),
};

test("the noting keeper knows the calls in their order", async () => {
  const keeper = notingKeeper({ approvalId: "appr_1" });
  const begun = await keeper.begin(ask);
  const answer = { status: 202, body: null, date: null };
  expect(await keeper.answered(begun, ask, answer)).toEqual({
    kept: "stored",
    became: "accepted",
    approvalId: "appr_1",
  });
  expect(keeper.calls.map(({ name }) => name)).toEqual(["begin", "answered"]);
  expect(TYPE_OF_ACTION[ask.action]).toBe("milestone_fund");
});
