import { listingOf } from "@/lib/api/schemas/approvals-query";
import { isTimeZone } from "@/lib/domain/instant-in-zone";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { AppError } from "@/lib/errors";

/** The list's own filters over what is settled, and the zone whose days and months are meant. */
export function parseHistoryQuery(query: URLSearchParams): ApprovalListing & { timeZone: string } {
  const given = listingOf(query, ["zone"]);
  const phases = given.phases ?? [...SETTLED_PHASES];
  // What waits has no place in a period.
  if (!phases.every((phase) => SETTLED_PHASES.some((one) => one === phase))) {
    throw new AppError("BAD_REQUEST", { details: { field: "phase" } });
  }
  const timeZone = query.get("zone") ?? "";
  if (query.getAll("zone").length > 1 || !isTimeZone(timeZone)) {
    throw new AppError("BAD_REQUEST", { details: { field: "zone" } });
  }
  return { ...given, phases, timeZone };
}
