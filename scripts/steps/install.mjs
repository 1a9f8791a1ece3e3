import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fault } from "./fault.mjs";
import { isDiskFull, problemOfFolder } from "./file-problems.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { withProgress } from "./progress.mjs";
import { isRelease, root } from "./root.mjs";
import { quietTools, run } from "./run.mjs";

const mark = join(root, "node_modules", ".countersign-installed");

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function wanted() {
  return fingerprint(["package.json", "package-lock.json"]);
}

// Someone may have run npm themselves: what npm noted down in node_modules is then compared with the lockfile.
function isAsLocked() {
  const lock = readJson(join(root, "package-lock.json"))?.packages;
  const there = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  if (!lock || !there) return false;
  return Object.entries(lock).every(
    ([place, { version, optional }]) =>
      place === "" || there[place]?.version === version || (optional === true && !(place in there)),
  );
}

export function isInstalled() {
  if (isRelease) return true;
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted()) return true;
  if (!isAsLocked()) return false;
  writeFileSync(mark, wanted());
  return true;
}

function npm(args) {
  // What builds the inbox is a development dependency, so it is asked for even where NODE_ENV says production.
  const all = [...args, "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = { ...process.env, ...quietTools };
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...all], { env }) : run("npm", all, { env });
}

function reasonOf(output) {
  const lines = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  const said = lines
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, ""))
    .filter((line) => line && !/^code /.test(line));
  return said[0] ?? "npm gave no reason";
}

/** Packages as the lockfile has them; does nothing when they are there. */
export async function install() {
  if (isInstalled()) return;
  await withProgress("Installing packages", "Packages installed", "under a minute", async () => {
    const clean = await npm(["ci"]);
    if (clean.ok) return;
    // npm ci is stricter than need be about packages of other platforms.
    const lenient = await npm(["install", "--no-save"]);
    if (!lenient.ok) {
      if (isDiskFull(lenient.output))
        throw fault(root, `${problemOfFolder("ENOSPC")} Make room there and start again.`);
      throw fault(
        "npm",
        `could not install the packages: ${reasonOf(lenient.output)}. Mend that and start again.`,
      );
    }
  });
  writeFileSync(mark, wanted());
}
