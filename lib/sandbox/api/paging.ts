import { LIST_LIMIT_ABOVE_MAX } from "../guesses";
import { badField, Refusal } from "../refusal";

type Row = { id: string; createdAt: number };

export function newestFirst<R extends Row>(rows: R[]): R[] {
  return rows.toReversed().sort((a, b) => b.createdAt - a.createdAt);
}

/** Below one is refused everywhere; above the maximum where the page says so. */
export function readLimit(
  query: URLSearchParams,
  limits: { fallback: number; max: number; strict: boolean },
): number {
  const text = query.get("limit");
  if (text === null) return limits.fallback;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  const strict = limits.strict || LIST_LIMIT_ABOVE_MAX === "refuse";
  if (limit < 1 || (strict && limit > limits.max)) throw badField("limit");
  return Math.min(limit, limits.max);
}

/** A page that begins after the row named by the cursor, whether or not that row still fits the filter. */
export function pageAfter<R extends Row>(
  rows: R[],
  query: URLSearchParams,
  limit: number,
  fits: (row: R) => boolean = () => true,
) {
  const cursor = query.get("cursor");
  const from = cursor === null ? 0 : rows.findIndex((row) => row.id === cursor) + 1;
  if (cursor !== null && from === 0) throw badField("cursor");
  const rest = rows.slice(from).filter(fits);
  const page = rest.slice(0, limit);
  return { page, nextCursor: rest.length > limit ? (page[page.length - 1]?.id ?? null) : null };
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
