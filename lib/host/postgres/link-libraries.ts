import { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";

type Link = { source: string; target: string };

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Registry packages cannot hold symlinks; the package makes them in an install script, which may be blocked.
 * Returns false when they are missing and cannot be made here.
 */
export function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (isThere(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another start may have been faster.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}
