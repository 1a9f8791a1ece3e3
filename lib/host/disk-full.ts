import { statfsSync } from "node:fs";
import { causesOf } from "@/lib/errors";

// PostgreSQL writes its log ahead in pieces of this size; with less it cannot go on.
const leastBytes = 16 * 1024 * 1024;
const codes = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** Whether a program said so; they run in English. */
export function isDiskFullText(output: string): boolean {
  return /No space left on device|Disk quota exceeded/i.test(output);
}

/** Whether this error, or what caused it, is a disk without room: ours, or the one below the database. */
export function isDiskFullError(error: unknown): boolean {
  return causesOf(error).some((cause) => "code" in cause && codes.has(String(cause.code)));
}

/** Whether there is too little room below this folder for a database to run. */
export function hasNoRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < leastBytes;
  } catch {
    return false;
  }
}
