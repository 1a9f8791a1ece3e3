import { chmodSync, chownSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "@/lib/host/make-folder";
import { type Account, canEnter } from "@/lib/host/postgres/run-as";

// A socket's whole path must fit 108 bytes on Linux and 104 on macOS, its own name and the end mark included.
const longestFolder = 89;

function fits(folder: string): boolean {
  return Buffer.byteLength(folder) <= longestFolder;
}

// In a folder that everyone may write to, only what is certainly ours is used again.
function isOurs(folder: string, account: Account): boolean {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  const uid = account?.uid ?? process.getuid?.();
  return entry?.isDirectory() === true && entry.uid === uid && (entry.mode & 0o777) === 0o700;
}

function remembered(note: string): string | null {
  try {
    return readFileSync(note, "utf8").trim();
  } catch {
    return null;
  }
}

export type SocketFolder = { folder: string; remove: () => void };

/** A folder of mode 0700 for the socket: beside the data, or a short one when that path is too long. */
export function chooseSocketFolder(place: string, account: Account): SocketFolder {
  const beside = join(place, "socket");
  if (fits(beside)) {
    makeFolder(beside, 0o700, account);
    return { folder: beside, remove: () => undefined };
  }
  const note = join(place, "socket-folder");
  const before = remembered(note);
  const folder = before && fits(before) && isOurs(before, account) ? before : makeShort(account);
  writeFileSync(note, `${folder}\n`, { mode: 0o600 });
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(note, { force: true });
  };
  return { folder, remove };
}

function makeShort(account: Account): string {
  const bases = [tmpdir(), "/tmp", "/var/tmp"];
  const base =
    bases.find((path) => fits(join(path, "countersign-XXXXXX")) && canEnter(account, path)) ?? "/tmp";
  const folder = mkdtempSync(join(base, "countersign-"));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}
