import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { buildBundles, buildPages } from "./build.mjs";
import { bundlePath } from "./bundle.mjs";
import { Faults } from "./fault.mjs";
import { holdLock } from "./hold-lock.mjs";
import { install } from "./install.mjs";
import { preflight } from "./preflight.mjs";
import { readEnvFile } from "./read-env-file.mjs";
import { isRelease, root } from "./root.mjs";

// A web and a worker started side by side from one clone must not install over each other.
async function oneAtATime(work) {
  // A release is whole; its folder may be closed to whoever runs it.
  if (isRelease) return await work();
  mkdirSync(join(root, "dist"), { recursive: true });
  let lock = holdLock(join(root, "dist", "preparing.json"));
  if (lock.holder) process.stdout.write("Another start is installing or building here; waiting for it\n");
  while (lock.holder) {
    await wait(250);
    lock = holdLock(join(root, "dist", "preparing.json"));
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** From a clone in any state to a running inbox. */
export async function start({ mode }) {
  readEnvFile();
  // Somebody at a terminal wants the block to stay in sight; a log file wants every line.
  if (process.stdout.isTTY && !process.env.LOG_LEVEL) process.env.LOG_LEVEL = "warn";
  process.env.NODE_ENV = mode;
  const { dataDir, release } = await preflight();
  process.env.DATA_DIR = dataDir;
  process.on("exit", release);
  const host = await oneAtATime(async () => {
    await install();
    await buildBundles();
    const built = await import(pathToFileURL(bundlePath("host")).href);
    const faults = built.checkEnvironment(process.env);
    if (faults.length > 0) throw new Faults(faults);
    if (mode === "production") await buildPages();
    return built;
  });
  await host.run({ root, version: process.env.npm_package_version ?? "" });
}
