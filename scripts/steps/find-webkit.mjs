import { accessSync, constants } from "node:fs";
import { withProgress } from "./progress.mjs";
import { run } from "./run.mjs";

const driver = "/usr/bin/WebKitWebDriver";
const screen = "/usr/bin/Xvfb";

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const isThere = () => isRunnable(driver) && isRunnable(screen);

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await withProgress("Installing WebKit from Debian", "WebKit installed", "under a minute", async () => {
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "webkit2gtk-driver", "xvfb"], { env });
  });
}

/** WebKit's driver and a screen for it, Debian's when we may install them; else one sentence what is missing. */
export async function findWebkit() {
  if (!isThere() && process.getuid?.() === 0 && isRunnable("/usr/bin/apt-get")) await installFromDebian();
  if (isThere()) return { path: driver };
  return { missing: "WebKit is not here (as root: apt-get install webkit2gtk-driver xvfb)" };
}
