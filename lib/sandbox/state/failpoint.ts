import type { FileHandle } from "node:fs/promises";

export const POINTS = [
  "before-line",
  "torn-line",
  "disk-full",
  "after-write",
  "after-fsync",
  "snapshot-before-rename",
  "snapshot-after-rename",
] as const;

type Point = (typeof POINTS)[number];

/** Says of each place passed whether it is the one at which this process is to die. */
export type Failpoint = (point: Point, text?: string) => boolean;

export const NEVER: Failpoint = () => false;

const FORM = /^([a-z-]+)(?:@(\w+))?(?::([1-9]\d{0,5}))?$/;

/** For tests alone: `torn-line@deliveries:2` is the second line that holds a row of that table. */
export function readFailpoint(text: string): Failpoint | undefined {
  const [, name, table, count = "1"] = FORM.exec(text) ?? [];
  const wanted = POINTS.find((point) => point === name);
  if (!wanted) return undefined;
  let left = Number(count);
  return (point, line = "") => {
    if (point !== wanted || (table !== undefined && !line.includes(`["${table}",`))) return false;
    left -= 1;
    return left === 0;
  };
}

/** As a power cut would: no exit handler runs, no buffer is emptied. */
export function die(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("unreachable");
}

export type JournalFile = Pick<FileHandle, "appendFile" | "datasync" | "close">;

/** The journal's file with the places at which a write can be cut short. */
export function fragile(file: JournalFile, failpoint: Failpoint): JournalFile {
  let last = "";
  return {
    async appendFile(data) {
      last = String(data);
      if (failpoint("before-line", last)) die();
      const bytes = Buffer.from(last);
      const half = bytes.subarray(0, Math.floor(bytes.length / 2));
      if (failpoint("torn-line", last)) {
        await file.appendFile(half);
        await file.datasync();
        die();
      }
      if (failpoint("disk-full", last)) {
        await file.appendFile(half);
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      }
      await file.appendFile(bytes);
      if (failpoint("after-write", last)) die();
    },
    async datasync() {
      await file.datasync();
      if (failpoint("after-fsync", last)) die();
    },
    close: () => file.close(),
  };
}
