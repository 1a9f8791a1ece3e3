import { expect, it } from "vitest";
import { answerContract } from "@/lib/http/answers/contract";
import { storeBudgets } from "@/lib/store/contracts/store";
import { noteUnread } from "@/lib/store/unread";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { insertContractRow } from "@/lib/testing/factories/insert-contract";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const at = new Date("2026-11-21T10:00:00.000Z");
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

async function world() {
  const made = await makeWorkspace(database.db, { origin: "https://app.opentrain.ai" });
  const { id } = await insertContractRow(database.db, made, { createdAt: at, title: "Night footage" });
  return { made, id, whole: () => answerContract(made.as("viewer"), id) };
}

it("names what waits on a contract, the nearest deadline first, and nothing that is settled", async () => {
  const { made, id, whole } = await world();
  const ask = (over: Parameters<typeof insertApprovalRow>[2]) =>
    insertApprovalRow(database.db, made, { contractId: id, type: "milestone_fund", ...over });
  const later = await ask({ expiresAt: inHours(40) });
  const sooner = await ask({ expiresAt: inHours(4), type: "milestone_approve", milestoneId: "ms_1" });
  const unknown = await ask({ expiresAt: null, standing: "unreadable" });
  await ask({ expiresAt: inHours(2), standing: "declined", status: "declined" });
  await ask({ expiresAt: inHours(1), contractId: "another" });
  const { contract } = await whole();
  expect(contract.waiting).toEqual([
    { id: sooner.id, type: "milestone_approve", milestoneId: "ms_1", expiresAt: inHours(4).toISOString() },
    { id: later.id, type: "milestone_fund", milestoneId: null, expiresAt: inHours(40).toISOString() },
    { id: unknown.id, type: "milestone_fund", milestoneId: null, expiresAt: null },
  ]);
  expect(contract.createdAt).toBe(at.toISOString());
});

it("gives OpenTrain's meter with its age, and why it is not known or not read again", async () => {
  const { made, id, whole } = await world();
  const { workspaceId } = made;
  expect(await whole()).toMatchObject({ budget: null, budgetUnknown: null });
  const budget = {
    ...{ state: "LOW", fundedVolume: "40", fundedAmountCents: 72_000 },
    ...{ consumedVolume: "33.5", remainingVolume: "6.5", consumedFraction: "0.8375" },
  };
  await database.db.transaction((tx) =>
    storeBudgets(tx, [{ workspaceId, contractId: id, budget, readAt: at }]),
  );
  await noteUnread(database.db, workspaceId, [{ kind: "contract", id, why: "scope" }], inHours(1));
  expect(await whole()).toMatchObject({
    budget: { ...budget, readAt: at.toISOString() },
    budgetUnknown: {
      code: "scope",
      since: inHours(1).toISOString(),
      text: expect.stringContaining("payments:read"),
    },
    ledger: { lines: [], readAt: null, isWhole: false, unknown: null },
  });
});
