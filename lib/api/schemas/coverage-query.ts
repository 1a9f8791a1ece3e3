import { z } from "zod";
import { AppError } from "@/lib/errors";

const taken = new Set(["from", "to"]);
const anInstant = z.iso.datetime({ offset: true });

/** `from` inclusive, `to` exclusive; without them all of it. */
export function parseCoverageQuery(query: URLSearchParams): { from: Date | null; to: Date | null } {
  for (const name of query.keys()) {
    if (!taken.has(name)) throw refused(name, "unknown_parameter");
    if (query.getAll(name).length > 1) throw refused(name, "repeated");
  }
  const [from, to] = [instantOf(query, "from"), instantOf(query, "to")];
  if (from && to && to < from) throw refused("to");
  return { from, to };
}

function instantOf(query: URLSearchParams, name: string): Date | null {
  const given = query.get(name);
  if (given === null) return null;
  const parsed = anInstant.safeParse(given);
  const instant = parsed.success ? new Date(parsed.data) : null;
  const year = instant?.getUTCFullYear() ?? 0;
  // What the calendar of the database holds too.
  if (instant === null || Number.isNaN(instant.getTime()) || year < 1970 || year > 9999) throw refused(name);
  return instant;
}

function refused(field: string, reason?: string): AppError {
  return new AppError("BAD_REQUEST", { ...(reason ? { reason } : {}), details: { field } });
}
