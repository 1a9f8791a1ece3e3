import { chmodSync, chownSync, mkdirSync } from "node:fs";

/** A folder of exactly this mode, whatever the umask. */
export function makeFolder(
  folder: string,
  mode: number,
  owner: { uid: number; gid: number } | null = null,
): void {
  mkdirSync(folder, { recursive: true, mode });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, mode);
}
