export type ListSort = "expires" | "-resolved";
export type ListPosition = { sort: ListSort; at: Date | null; id: string };

/** Where a page ended: opaque to everybody but us, and of no use to another sort. */
export function writeCursor({ sort, at, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, at?.getTime() ?? null, id])).toString("base64url");
}

export function readCursor(cursor: string, sort: ListSort): ListPosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parsed) || parsed.length !== 3 || parsed[0] !== sort) return null;
    const [, at, id]: unknown[] = parsed;
    if (typeof id !== "string" || !(at === null || isInstant(at))) return null;
    return { sort, at: at === null ? null : new Date(at), id };
  } catch {
    return null;
  }
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 8.64e15;
}
