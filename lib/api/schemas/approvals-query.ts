import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { parseListing } from "@/lib/domain/listing/parse-listing";
import { AppError } from "@/lib/errors";

export type ApprovalsQuery = ApprovalListing & { limit: number; cursor: string | null };

export function parseApprovalsQuery(query: URLSearchParams): ApprovalsQuery {
  return {
    ...listingOf(query, ["limit", "cursor"]),
    limit: limitOf(query.get("limit")),
    cursor: cursorOf(query.get("cursor")),
  };
}

export function listingOf(query: URLSearchParams, beside: readonly string[]): ApprovalListing {
  const parsed = parseListing(query, beside);
  if ("listing" in parsed) return parsed.listing;
  const { field, reason } = parsed.problem;
  throw new AppError("BAD_REQUEST", { ...(reason ? { reason } : {}), details: { field } });
}

function limitOf(given: string | null): number {
  if (given === null) return 50;
  const limit = /^[1-9]\d{0,2}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > 200) throw new AppError("BAD_REQUEST", { details: { field: "limit" } });
  return limit;
}

function cursorOf(given: string | null): string | null {
  if (given === null || /^[A-Za-z0-9_-]{1,6000}$/.test(given)) return given;
  throw new AppError("BAD_REQUEST", { details: { field: "cursor" } });
}
