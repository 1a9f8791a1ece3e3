import { expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/listing/listing";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { getApproval } from "@/lib/services/approvals/get";
import { listApprovals } from "@/lib/services/approvals/list";
import { addEvent } from "@/lib/store/events";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makePerson } from "@/lib/testing/factories/make-person";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const minute = (count: number) => new Date(Date.parse("2026-11-21T09:00:00.000Z") + count * 60_000);

async function opened(made: MadeWorkspace, id: string, at: Date, personId: string | null): Promise<void> {
  await database.db.transaction((tx) =>
    addEvent(tx, {
      workspaceId: made.workspaceId,
      at,
      kind: "opened_to_confirm",
      actor: { kind: "person", id: personId },
      subject: { kind: "approval", id },
    }),
  );
}

/** The same of a list and of the request alone. */
async function openedBy(made: MadeWorkspace, id: string) {
  const ctx = made.as("viewer", minute(60));
  const { approvals } = await listApprovals({
    ctx,
    input: { ...NO_FILTER, phases: [...SETTLED_PHASES], limit: 50, cursor: null },
  });
  const listed = approvals.find((one) => one.id === id);
  const { approval } = await getApproval({ ctx, input: { id } });
  expect(approval.openedBy).toEqual(listed?.openedBy);
  expect(approval.settledAt).toEqual(listed?.settledAt);
  return listed?.openedBy;
}

it("says who left for OpenTrain's page last before it was settled, and of nobody after", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const other = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const lea = await makePerson(database.db, made.workspaceId, "owner");
  const row = { id: "appr_a", standing: "confirmed" as const, resolvedAt: minute(0), expiresAt: minute(90) };
  for (const one of [made, other]) await insertApprovalRow(database.db, one, row);
  expect(await openedBy(made, "appr_a")).toBeNull();
  await opened(made, "appr_a", minute(-9), null);
  expect(await openedBy(made, "appr_a")).toEqual({ name: null, at: minute(-9) });
  await opened(made, "appr_a", minute(-2), lea.personId);
  await opened(made, "appr_a", minute(-5), null);
  await opened(made, "appr_a", minute(1), null);
  await opened(made, "appr_b", minute(-1), null);
  expect(await openedBy(made, "appr_a")).toEqual({ name: lea.email, at: minute(-2) });
  expect(await openedBy(other, "appr_a")).toBeNull();
});

it("says nobody of what waits, and when a request ended by whatever ended it first", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const ends = { resolvedAt: null, settledAt: minute(-5), expiresAt: minute(30) };
  await insertApprovalRow(database.db, made, { ...ends, id: "appr_lapsed", standing: "superseded" });
  await insertApprovalRow(database.db, made, { ...ends, id: "appr_open", settledAt: null });
  await opened(made, "appr_open", minute(-2), null);
  const ctx = made.as("owner", minute(0));
  const open = await getApproval({ ctx, input: { id: "appr_open" } });
  expect(open.approval).toMatchObject({ openedBy: null, settledAt: null });
  const replaced = await getApproval({ ctx, input: { id: "appr_lapsed" } });
  expect(replaced.approval.settledAt).toEqual(minute(-5));
  expect(await openedBy(made, "appr_lapsed")).toBeNull();
});
