import { expect, it } from "vitest";
import { getApproval } from "@/lib/services/approvals/get";
import { updateFeed } from "@/lib/store/feeds";
import { storeLedger } from "@/lib/store/ledger";
import type { LedgerRow } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const at = new Date("2026-11-21T10:00:00.000Z");
const after = (ms: number) => new Date(at.getTime() + ms);

const settled = (
  made: MadeWorkspace,
  type: "contract_end" | "milestone_approve",
  milestoneId: string | null,
) =>
  insertApprovalRow(database.db, made, {
    type,
    milestoneId,
    standing: "confirmed",
    contractId: "con_1",
    resolvedAt: at,
    settledAt: at,
  });

const write = (
  { workspaceId }: MadeWorkspace,
  ...entries: Pick<LedgerRow, "id" | "milestoneId" | "createdAt">[]
) =>
  database.db.transaction((tx) =>
    storeLedger(
      tx,
      entries.map((entry) => ({
        workspaceId,
        type: "CAPTURE",
        amountCents: -100,
        amountUnreadable: null,
        holdEntryId: null,
        proposalId: null,
        contractId: "con_1",
        topUpId: null,
        note: null,
        readAt: after(60_000),
        ...entry,
      })),
    ),
  );
const detail = (made: MadeWorkspace, id: string) => getApproval({ ctx: made.as("viewer"), input: { id } });

it("shows of an end what it settled, and not what a release of its own paid in the same minute", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const end = await settled(made, "contract_end", null);
  await settled(made, "milestone_approve", "ms_1");
  await write(
    made,
    { id: "released", milestoneId: "ms_1", createdAt: after(-1_000) },
    { id: "paid", milestoneId: "ms_2", createdAt: at },
  );
  const { ledger } = await detail(made, end.id);
  expect(ledger.entries.map(({ id }) => id)).toEqual(["paid"]);
});

it("tells of a request how far the ledger is known, and never more than its entries say", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const { id } = await settled(made, "milestone_approve", "ms_1");
  const reach = async () => (await detail(made, id)).ledger.reach;
  expect(await reach()).toEqual({ readAt: null, isWhole: false, unread: null });
  await updateFeed(database.db, made.connectionId, { ledgerReadAt: after(60_000), ledgerOlder: "older" });
  expect(await reach()).toMatchObject({ readAt: after(60_000), isWhole: false });
  await updateFeed(database.db, made.connectionId, { ledgerOlder: null });
  expect(await reach()).toMatchObject({ isWhole: true });
  const later = Array.from({ length: 201 }, (_, index) => ({
    id: `later_${index}`,
    milestoneId: "ms_2",
    createdAt: after(3_600_000 + index),
  }));
  await write(made, ...later);
  expect(await reach()).toMatchObject({ isWhole: false });
});
