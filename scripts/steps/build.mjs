import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, bundlePath, entries } from "./bundle.mjs";
import { workerStyles } from "./bundle-worker.mjs";
import { fault } from "./fault.mjs";
import { isDiskFull, problemOfFolder } from "./file-problems.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { packFiles } from "./pack-files.mjs";
import { withProgress } from "./progress.mjs";
import { isRelease, root } from "./root.mjs";
import { quietTools, run } from "./run.mjs";

const record = join(root, "dist", "built.json");
const shared = ["package.json", "package-lock.json", "tsconfig.json", "scripts/steps"];
const pages = [
  "app",
  "components",
  "lib",
  "public",
  "proxy.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tailwind.config.ts",
];

/** All that a start needs of the clone. */
export const sources = [...new Set([...shared, ...pages, "scripts", ".npmrc", "LICENSE"])];

const isTest = (path) => /\.test\.[a-z]+$/.test(path) || path.startsWith("lib/testing");
// Reached by no page; `npm run verify` sees to it that it stays so.
const isBehindPages = (path) => /^lib\/(host|server|worker|sync|recorder|sandbox)(\/|$)/.test(path);

function wantedBundles() {
  return fingerprint([...shared, "lib", workerStyles], isTest);
}

function wantedPages() {
  return fingerprint([...shared, ...pages], (path) => isTest(path) || isBehindPages(path));
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return {};
  }
}

function remember(part) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(record, `${JSON.stringify({ ...readRecord(), ...part }, null, 2)}\n`);
}

export async function buildBundles() {
  if (isRelease) return;
  const wanted = wantedBundles();
  const areThere = Object.keys(entries).every((name) => existsSync(bundlePath(name)));
  if (areThere && readRecord().bundles === wanted) return;
  await bundle();
  remember({ bundles: wanted });
}

async function nextBuild() {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, ...quietTools, NODE_ENV: "production" };
  const { ok, output } = await run(process.execPath, [next, "build"], { env });
  if (ok) return packFiles(join(root, ".next", "static", "chunks"));
  if (isDiskFull(output)) throw fault(root, `${problemOfFolder("ENOSPC")} Make room there and start again.`);
  process.stderr.write(`\n${output}\n`);
  throw fault("next build", "failed; what it said stands above.");
}

export async function buildPages() {
  if (isRelease) return;
  const wanted = wantedPages();
  if (existsSync(join(root, ".next", "BUILD_ID")) && readRecord().pages === wanted) return;
  await withProgress("Building", "Built", "under a minute", nextBuild);
  remember({ pages: wanted });
}
