import { type ApprovalsQuery, parseApprovalsQuery } from "@/lib/api/schemas/approvals-query";
import { AppError } from "@/lib/errors";

export type ExportQuery = Omit<ApprovalsQuery, "limit" | "cursor">;

/** The list's own filters, and the format. A part of a list would look like all of it, so pages are refused. */
export function parseExportQuery(query: URLSearchParams): ExportQuery {
  const filters = new URLSearchParams(query);
  for (const name of ["limit", "cursor"]) {
    if (filters.has(name)) throw refused(name, "unknown_parameter");
  }
  const formats = filters.getAll("format");
  if (formats.length > 1) throw refused("format", "repeated");
  if (formats[0] !== "csv") throw refused("format");
  filters.delete("format");
  const { limit: _limit, cursor: _cursor, ...rest } = parseApprovalsQuery(filters);
  return rest;
}

function refused(field: string, reason?: string): AppError {
  return new AppError("BAD_REQUEST", { ...(reason ? { reason } : {}), details: { field } });
}
