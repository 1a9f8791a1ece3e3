import { type ApprovalListing, type ApprovalSort, phasesAskedFor } from "@/lib/domain/listing/listing";
import { writeListing } from "@/lib/domain/listing/write-listing";
import type { ApprovalRecord } from "@/lib/domain/records";
import { planList } from "@/lib/services/approvals/plan-list";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import type { Place } from "@/lib/store/approvals/cursor";
import type { ListFilter } from "@/lib/store/approvals/list-filter";
import { listPage } from "@/lib/store/approvals/list-page";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import { addEvent } from "@/lib/store/events";
import type { Reads } from "@/lib/store/pool";
import { readSnapshot } from "@/lib/store/read-snapshot";

const rowsAtOnce = 250;

export type ExportedRow = { record: ApprovalRecord; settledAt: Date | null };

/**
 * Everything a filter finds, in the list's order, as it was at one moment; read as fast as it is taken. Who
 * took what away is told before the first of it is given.
 */
export async function exportApprovals({
  ctx,
  input: { timeZone, ...listing },
}: {
  ctx: Ctx;
  input: ApprovalListing & { timeZone: string };
}): Promise<{ asOf: Date; pages: AsyncGenerator<ExportedRow[]> }> {
  requirePermission(ctx, "export");
  const { asOf, filter, sort } = await planList(ctx, listing);
  const { db, workspaceId, actor } = ctx;
  // What somebody typed is their own words, and apart.
  const { q, agent } = listing;
  const plain = { ...listing, q: null, agent: null, phases: [...phasesAskedFor(listing)] };
  async function* pages(): AsyncGenerator<ExportedRow[]> {
    await db.transaction((tx) =>
      addEvent(tx, {
        workspaceId,
        at: asOf,
        kind: "exported",
        actor: { kind: "person", id: actor.kind === "person" ? actor.personId : null },
        subject: { kind: "workspace", id: workspaceId },
        data: { format: "csv", timeZone, filter: Object.fromEntries(writeListing(plain)) },
        ...(q === null && agent === null ? {} : { text: { q, agent } }),
      }),
    );
    yield* readSnapshot(db, (reads) => pagesOf(reads, filter, sort));
  }
  return { asOf, pages: pages() };
}

async function* pagesOf(reads: Reads, filter: ListFilter, sort: ApprovalSort): AsyncGenerator<ExportedRow[]> {
  let after: Place | null = null;
  for (;;) {
    const listed = await listPage(reads, filter, { sort, after, limit: rowsAtOnce });
    yield listed.map(({ row }) => ({ record: approvalRecordOf(row), settledAt: row.settledAt }));
    const last = listed.at(-1);
    if (!last || listed.length < rowsAtOnce) return;
    after = { snapshot: last.snapshot, place: last.place, id: last.row.id };
  }
}
