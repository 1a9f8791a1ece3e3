import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sources } from "./build.mjs";
import { Faults, fault } from "./fault.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { holdLock } from "./hold-lock.mjs";
import { currentRelease, listReleases, makeCurrent, releasesIn, removeOld } from "./releases.mjs";
import { releaseMark } from "./root.mjs";
import { run } from "./run.mjs";

function copySources(clone, folder) {
  for (const path of sources) {
    if (existsSync(join(clone, path)))
      cpSync(join(clone, path), join(folder, path), { recursive: true, verbatimSymlinks: true });
  }
}

const installedMark = (folder) => join(folder, "node_modules", ".countersign-installed");

function isInstalledAs(folder, wanted) {
  return existsSync(installedMark(folder)) && readFileSync(installedMark(folder), "utf8") === wanted;
}

// The same packages once more would be 900 MB: they are shared file by file. npm never writes into a file that
// is there, it puts another in its place, so that neither side sees what the other installs later.
async function sharePackages(clone, folder) {
  const wanted = fingerprint(["package.json", "package-lock.json"], undefined, folder);
  const current = currentRelease(clone);
  const places = [...(current ? [join(releasesIn(clone), current)] : []), clone];
  const place = places.find((one) => isInstalledAs(one, wanted));
  if (!place) return;
  const target = join(folder, "node_modules");
  const { ok } = await run("cp", ["-al", join(place, "node_modules"), target]);
  if (!ok) rmSync(target, { recursive: true, force: true });
}

/** Installs and builds in a folder of its own, as a clone would. */
async function buildThere(folder) {
  // How it looks at our settings is for its start; a build has none.
  const { ok } = await run(process.execPath, [join(folder, "scripts", "build.mjs")], {
    cwd: folder,
    echo: true,
  });
  if (!ok) throw fault("Release", "could not be built; what was said stands above.");
}

/** The new version reads the settings as its start will, so that a fault shows while the old one still runs. */
async function checkSettings(folder, environment) {
  const host = await import(pathToFileURL(join(folder, "dist", "host.mjs")).href);
  const faults = host.checkEnvironment({ ...environment, NODE_ENV: "production" });
  if (faults.length > 0) throw new Faults(faults);
}

function nameFor(now) {
  return now.toISOString().replace("T", "-").replaceAll(":", "").slice(0, 17);
}

// Whoever is at it has the lock, so what has no mark was given up.
function removeUnfinished(clone) {
  const folder = releasesIn(clone);
  for (const name of readdirSync(folder)) {
    if (/^\d/.test(name) && !existsSync(join(folder, name, releaseMark)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function make(clone, { now, environment, build }) {
  const name = nameFor(now);
  const folder = join(releasesIn(clone), name);
  if (existsSync(folder)) throw fault("Release", `${name} is there already. Try again in a second.`);
  const making = `${folder}.making`;
  copySources(clone, making);
  await sharePackages(clone, making);
  // Built where it stays: a build may note down where it was made.
  renameSync(making, folder);
  try {
    await build(folder);
    await checkSettings(folder, environment);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  writeFileSync(join(folder, releaseMark), `${JSON.stringify({ version, preparedAt: now.toISOString() })}\n`);
  return { name, folder, version };
}

async function alone(clone, work) {
  mkdirSync(releasesIn(clone), { recursive: true });
  const lock = holdLock(join(releasesIn(clone), "preparing.json"));
  if (lock.holder) throw fault("Release", `is already being prepared (process ${lock.holder.pid}).`);
  try {
    removeUnfinished(clone);
    return await work();
  } finally {
    lock.release();
  }
}

/** Makes the clone as it is now the release that the next start runs. What runs is not touched. */
export async function prepareRelease(
  clone,
  { now = new Date(), environment = process.env, build = buildThere } = {},
) {
  return await alone(clone, async () => {
    const release = await make(clone, { now, environment, build });
    makeCurrent(clone, release.name);
    removeOld(clone);
    return { ...release, hasOneBefore: listReleases(clone).indexOf(release.name) > 0 };
  });
}

/** Before the first release the clone itself ran, and only git knows what it was then. */
export const wayBackOfTheFirst =
  "What ran before was the clone itself. Check out that version (right after a git pull: git checkout ORIG_HEAD), then npm start -- --here; for a service: npm run prepare:release there, then restart it.";

/** The release before the current one, for the next start. */
export async function goBack(clone) {
  return await alone(clone, async () => {
    const all = listReleases(clone);
    const before = all[all.indexOf(currentRelease(clone)) - 1];
    if (before === undefined) throw fault("Release", `has none before it. ${wayBackOfTheFirst}`);
    makeCurrent(clone, before);
    return { name: before, folder: join(releasesIn(clone), before) };
  });
}
