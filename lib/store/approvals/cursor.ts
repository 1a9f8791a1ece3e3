import { isApprovalId } from "@/lib/domain/links";

export type ListSort = "expires" | "-resolved";
/** `begunAt`: the moment of the first page, whose order the later ones keep. */
export type ListPosition = { sort: ListSort; begunAt: Date; at: Date | null; id: string };

/** Where a page ended: opaque to everybody but us, and of no use to another sort. */
export function writeCursor({ sort, begunAt, at, id }: ListPosition): string {
  const parts = [sort, begunAt.getTime(), at?.getTime() ?? null, id];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

export function readCursor(cursor: string, sort: ListSort): ListPosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parsed) || parsed.length !== 4 || parsed[0] !== sort) return null;
    const [, begunAt, at, id]: unknown[] = parsed;
    if (!isInstant(begunAt) || !(at === null || isInstant(at))) return null;
    if (typeof id !== "string" || !isApprovalId(id)) return null;
    return { sort, begunAt: new Date(begunAt), at: at === null ? null : new Date(at), id };
  } catch {
    return null;
  }
}

/** What the database takes for an instant too: year 1 to 9999. */
function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > -62e12 && value < 253e12;
}
