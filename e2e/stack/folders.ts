import { chmodSync, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const bundles = ["host", "web", "worker", "sandbox"].map((name) => join(root, "dist", `${name}.mjs`));

export function isBuilt(): boolean {
  return [...bundles, join(root, ".next", "BUILD_ID")].every((file) => existsSync(file));
}

/** Short, for the socket's sake, and open enough for the account that runs PostgreSQL under root. */
export function makeScratchFolder(name: string): { folder: string; dataDir: string } {
  const folder = mkdtempSync(join(tmpdir(), `cs-${name.slice(0, 12)}-`));
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  for (const path of [folder, dataDir]) chmodSync(path, 0o711);
  return { folder, dataDir };
}
