import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function isUsable(home) {
  try {
    accessSync(home, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tools write their settings and caches below HOME; tests must neither read nor leave any there, and an empty
 * or missing HOME must do.
 */
export function prepareSurroundings(environment = process.env) {
  const folder = mkdtempSync(join(tmpdir(), "countersign-home-"));
  const make = (name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  if (!environment.HOME || !isUsable(environment.HOME)) environment.HOME = make("home");
  environment.XDG_CONFIG_HOME = make("config");
  environment.XDG_CACHE_HOME = make("cache");
  environment.XDG_DATA_HOME = make("data");
  environment.XDG_STATE_HOME = make("state");
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}
