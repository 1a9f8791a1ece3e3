import { isApprovalId } from "@/lib/domain/links";

export type ListSort = "expires" | "-resolved";
/** `snapshot`: what the first page could see, whose order the later ones keep. */
export type ListPosition = { sort: ListSort; snapshot: string; at: Date | null; id: string };

/** Where a page ended: opaque to everybody but us, and of no use to another sort. */
export function writeCursor({ sort, snapshot, at, id }: ListPosition): string {
  const parts = [sort, snapshot, at?.getTime() ?? null, id];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

export function readCursor(cursor: string, sort: ListSort): ListPosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parsed) || parsed.length !== 4 || parsed[0] !== sort) return null;
    const [, snapshot, at, id]: unknown[] = parsed;
    if (!isSnapshot(snapshot) || !(at === null || isInstant(at))) return null;
    if (typeof id !== "string" || !isApprovalId(id)) return null;
    return { sort, snapshot, at: at === null ? null : new Date(at), id };
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
function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > -62e12 && value < 253e12;
}
