import { Refusal } from "../refusal";

type Row = { id: string; createdAt: number };

export function newestFirst<R extends Row>(rows: R[]): R[] {
  return rows.toReversed().sort((a, b) => b.createdAt - a.createdAt);
}

/** Above the maximum means the maximum, unless the page says otherwise; below one is refused. */
export function readLimit(
  query: URLSearchParams,
  limits: { fallback: number; max: number; strict: boolean },
): number {
  const text = query.get("limit");
  if (text === null) return limits.fallback;
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (limit < 1 || (limits.strict && limit > limits.max)) throw badField("limit");
  return Math.min(limit, limits.max);
}

/** A page that begins after the row named by the cursor. */
export function pageAfter<R extends Row>(rows: R[], cursor: string | null, limit: number) {
  const from = cursor === null ? 0 : rows.findIndex((row) => row.id === cursor) + 1;
  if (cursor !== null && from === 0) throw badField("cursor");
  const page = rows.slice(from, from + limit);
  const last = page[page.length - 1];
  return { page, nextCursor: last && from + limit < rows.length ? last.id : null };
}

export function badField(field: string): Refusal {
  return new Refusal("BAD_REQUEST", `The parameter ${field} is not valid.`, { field });
}

/** Case, spaces and hyphens do not matter in a status filter. */
export function readStatus(query: URLSearchParams, supported: string[]): string | null {
  const text = query.get("status");
  if (text === null) return null;
  const status = text.toUpperCase().replace(/[\s-]/g, "_");
  if (!supported.includes(status)) {
    throw new Refusal("BAD_REQUEST", "The status is not supported.", { supportedStatuses: supported });
  }
  return status;
}
