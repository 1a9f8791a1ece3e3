import { createHash } from "node:crypto";
import { type ApprovalListing, type ApprovalSort, sortOf } from "@/lib/domain/listing/listing";
import { writeListing } from "@/lib/domain/listing/write-listing";
import { theirNow } from "@/lib/services/connections/their-now";
import type { Ctx } from "@/lib/services/context";
import { isKnownId, type ListFilter } from "@/lib/store/approvals/list-filter";

export type ListPlan = {
  asOf: Date;
  filter: ListFilter;
  sort: ApprovalSort;
  /** Names this list and no other, of this workspace alone. */
  list: string;
};

/** What the list and the export both go by: which rows, in which order, at which moment. */
export async function planList(ctx: Ctx, listing: ApprovalListing): Promise<ListPlan> {
  const asOf = await theirNow(ctx);
  const sort = sortOf(listing);
  const { workspaceId } = ctx;
  const { q } = listing;
  const isId = q !== null && (await isKnownId(ctx.db, workspaceId, q));
  const asked = `${workspaceId} ${writeListing({ ...listing, sort })}`;
  return {
    asOf,
    filter: { ...listing, workspaceId, at: asOf, isId },
    sort,
    list: createHash("sha256").update(asked).digest("base64url").slice(0, 16),
  };
}
