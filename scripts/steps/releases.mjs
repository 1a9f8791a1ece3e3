import {
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isRelease, releaseMark, root } from "./root.mjs";

/** Beside the code and never in it: what is checked, built and committed does not look into dot folders. */
export function releasesIn(clone) {
  return join(clone, ".releases");
}

const linkIn = (clone) => join(releasesIn(clone), "current");
const isWhole = (folder) => existsSync(join(folder, releaseMark));

/** The releases that are whole, oldest first; their names are times. */
export function listReleases(clone) {
  const folder = releasesIn(clone);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name) && isWhole(join(folder, name)))
    .sort();
}

/** The release that a start of this clone runs, null when it runs the clone itself. */
export function currentRelease(clone = root) {
  if (isRelease || !lstatSync(linkIn(clone), { throwIfNoEntry: false })) return null;
  const name = readlinkSync(linkIn(clone));
  return isWhole(join(releasesIn(clone), name)) ? name : null;
}

/** From one release to another in one step: a start in between finds the one or the other. */
export function makeCurrent(clone, name) {
  const making = join(releasesIn(clone), `current.${process.pid}`);
  rmSync(making, { force: true });
  symlinkSync(name, making);
  renameSync(making, linkIn(clone));
}

function foldersInUse() {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) ? [readlinkSync(join("/proc", pid, "cwd"))] : [];
    } catch {
      return [];
    }
  });
}

/** Removes what nobody would go back to: all but the current one, the one before it and those that still run. */
export function removeOld(clone) {
  const folder = realpathSync(releasesIn(clone));
  const all = listReleases(clone);
  const at = all.indexOf(currentRelease(clone));
  const inUse = foldersInUse();
  for (const [index, name] of all.entries()) {
    const path = join(folder, name);
    const isUsed = inUse.some((used) => used === path || used.startsWith(`${path}/`));
    if (index >= at - 1 || isUsed) continue;
    // Unmarked first: half a release must not look like one.
    rmSync(join(path, releaseMark), { force: true });
    rmSync(path, { recursive: true, force: true });
  }
}

/** Runs a command of the clone as its current release has it, or as the clone has it when there is none. */
export async function inRelease(script, work) {
  const name = process.argv.includes("--here") ? null : currentRelease();
  if (name === null) return await work();
  // Its real path: what runs must not notice when the link moves on.
  const folder = realpathSync(join(releasesIn(root), name));
  await import(pathToFileURL(join(folder, "scripts", script)).href);
}
