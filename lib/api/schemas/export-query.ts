import { listingOf } from "@/lib/api/schemas/approvals-query";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { AppError } from "@/lib/errors";

/** The list's own filters, and the format. A part of a list would look like all of it, so pages are refused. */
export function parseExportQuery(query: URLSearchParams): ApprovalListing {
  const listing = listingOf(query, ["format"]);
  if (query.get("format") !== "csv") throw new AppError("BAD_REQUEST", { details: { field: "format" } });
  return listing;
}
