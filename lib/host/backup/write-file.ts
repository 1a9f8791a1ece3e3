import { existsSync } from "node:fs";
import { type FileHandle, link, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { BackupError } from "@/lib/host/backup/backup-error";
import type { BackupKey } from "@/lib/messages/console";

const problems: Record<string, BackupKey> = {
  ENOSPC: "disk_full",
  EDQUOT: "disk_full",
  EFBIG: "disk_full",
  EACCES: "folder_closed",
  EPERM: "folder_closed",
  EROFS: "folder_closed",
  ENOENT: "folder_missing",
  ENOTDIR: "folder_missing",
  EEXIST: "file_exists",
};

function problemOf(cause: unknown, file: string): unknown {
  const code = String((cause as { code?: unknown }).code);
  const key = problems[code];
  return key ? new BackupError(key, { file, folder: dirname(file) }, { cause }) : cause;
}

const makingOf = (file: string, pid: number | string) => `${file}.making-${pid}`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A backup that was killed half way left its beginnings under another name. */
async function removeLeftovers(file: string): Promise<void> {
  const start = makingOf(basename(file), "");
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(start)) continue;
    const pid = Number(name.slice(start.length));
    if (Number.isInteger(pid) && !isAlive(pid)) await rm(join(dirname(file), name), { force: true });
  }
}

// A link refuses to take another file's place; some disks know no links.
async function giveName(making: string, file: string): Promise<void> {
  try {
    await link(making, file);
    await rm(making);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || existsSync(file)) throw error;
    await rename(making, file);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  // Not every file system can; the file itself is on disk by now.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

async function writeTo(handle: FileHandle, lines: AsyncIterable<string>, stop: AbortSignal): Promise<void> {
  let failure: unknown = null;
  const write = async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of packed) {
      await handle.appendFile(chunk).catch((error: unknown) => {
        failure = error;
        throw error;
      });
    }
  };
  try {
    await pipeline(Readable.from(withEnds(lines)), createGzip(), write, { signal: stop });
  } catch (error) {
    // The pipeline may tell of its own end instead of what ended it.
    throw failure ?? error;
  }
}

/** Lines into a packed file that is there whole, on disk and for its owner alone, or not at all. */
export async function writeFile(
  file: string,
  lines: AsyncIterable<string>,
  stop: AbortSignal,
): Promise<{ bytes: number }> {
  const making = makingOf(file, process.pid);
  let handle: FileHandle | null = null;
  try {
    if (existsSync(file)) throw new BackupError("file_exists", { file });
    await removeLeftovers(file);
    handle = await open(making, "wx", 0o600);
    await handle.chmod(0o600);
    await writeTo(handle, lines, stop);
    await handle.sync();
    const { size } = await handle.stat();
    await giveName(making, file);
    await syncFolder(dirname(file));
    return { bytes: size };
  } catch (error) {
    if (handle) await rm(making, { force: true });
    throw problemOf(error, file);
  } finally {
    await handle?.close();
  }
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
