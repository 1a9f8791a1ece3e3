import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { withProgress } from "./progress.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function look() {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(":").filter(Boolean)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isRunnable) ?? null;
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await withProgress("Installing Chromium from Debian", "Chromium installed", "under a minute", async () => {
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
  });
}

/** A Chromium on this machine, Debian's when we may install it; else one sentence what is missing. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    return isRunnable(given)
      ? { path: given }
      : { missing: "CHROMIUM_PATH names no program that can be run." };
  }
  if (look() === null && process.getuid?.() === 0 && isRunnable("/usr/bin/apt-get"))
    await installFromDebian();
  const path = look();
  if (path) return { path };
  return {
    missing:
      "The browser tests need Chromium: install it (as root: apt-get install chromium) or set CHROMIUM_PATH.",
  };
}
