import { chmodSync, chownSync, mkdirSync } from "node:fs";

/** A folder of exactly this mode, whatever the umask, in one that is there. */
export function makeFolder(
  folder: string,
  mode: number,
  owner: { uid: number; gid: number } | null = null,
): void {
  try {
    // Made recursively, a disk that is read-only would be reported as a folder that is missing.
    mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, mode);
}
