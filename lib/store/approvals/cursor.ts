import { isApprovalId } from "@/lib/domain/links";

/** What a page begins behind. */
export type Place = { snapshot: string; place: number | null; id: string };

/**
 * Where a page ended. `list` names what is listed and in which order: a cursor is of no use to another list.
 * `begunAt`: when the first page was read, and `snapshot`: what it could see, whose order the later ones keep.
 * `place`: milliseconds or cents.
 */
export type ListPosition = Place & { list: string; begunAt: number };

/** Opaque to everybody but us. */
export function writeCursor({ list, begunAt, snapshot, place, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([list, begunAt, snapshot, place, id])).toString("base64url");
}

export function readCursor(cursor: string, list: string): ListPosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parsed) || parsed.length !== 5 || parsed[0] !== list) return null;
    const [, begunAt, snapshot, place, id]: unknown[] = parsed;
    if (typeof begunAt !== "number" || !Number.isSafeInteger(begunAt)) return null;
    if (!isSnapshot(snapshot) || !(place === null || isPlace(place))) return null;
    if (typeof id !== "string" || !isApprovalId(id)) return null;
    return { list, begunAt, snapshot, place, id };
  } catch {
    return null;
  }
}

/** As PostgreSQL writes one: oldest running, next to come, and the running ones between, in order. */
function isSnapshot(value: unknown): value is string {
  const match = typeof value === "string" ? /^(\d{1,18}):(\d{1,18}):([\d,]{0,4000})$/.exec(value) : null;
  if (!match) return false;
  const [, least = "", most = "", listed = ""] = match;
  const numbers = [least, ...(listed === "" ? [] : listed.split(",")), most];
  if (numbers.some((number) => !/^[1-9]\d{0,17}$/.test(number))) return false;
  const ordered = numbers.map(BigInt);
  return ordered.every((number, index) => {
    const before = ordered[index - 1];
    return before === undefined || before < number || (index === 1 && before === number);
  });
}

/** What the database takes for an instant too: year 1 to 9999. */
function isPlace(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > -62e12 && value < 253e12;
}
