import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultOf } from "@/lib/host/fault-of";
import { chooseAccount } from "@/lib/host/postgres/choose-account";
import { findBinaries } from "@/lib/host/postgres/find-binaries";
import { prepareBinaries } from "@/lib/host/postgres/prepare-binaries";
import { runAs } from "@/lib/host/postgres/run-as";

const isRoot = process.getuid?.() === 0;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-binaries-"));
  chmodSync(folder, 0o711);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// As the registry delivers them when install scripts are blocked: without the links.
function unpack(): { native: string; version: string } {
  const native = join(folder, "package", "native");
  cpSync(findBinaries().native, native, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  return { native, version: "1.2.3" };
}

describe("prepareBinaries", () => {
  const account = chooseAccount(null);
  const place = () => {
    mkdirSync(join(folder, "postgres"), { recursive: true });
    return join(folder, "postgres");
  };

  it("makes the links that a blocked install script left out", () => {
    const found = unpack();
    const library = join(found.native, "lib", "libicuuc.so.60");
    expect(lstatSync(library, { throwIfNoEntry: false })).toBeUndefined();
    expect(prepareBinaries(place(), account, found)).toBe(found.native);
    expect(lstatSync(library).isSymbolicLink()).toBe(true);
    expect(prepareBinaries(place(), account, found)).toBe(found.native);
  });

  it.skipIf(!isRoot)("makes one copy where the account can enter, open to be read and run", () => {
    const found = unpack();
    chmodSync(join(folder, "package"), 0o700);
    const native = prepareBinaries(place(), account, found);
    expect(native).toBe(join(folder, "postgres-1.2.3", "native"));
    expect(runAs(account, join(native, "bin", "initdb"), ["--version"]).ok).toBe(true);
    const { ino } = lstatSync(join(native, "bin", "postgres"));
    prepareBinaries(place(), account, found);
    expect(lstatSync(join(native, "bin", "postgres")).ino).toBe(ino);
  });

  it.skipIf(!isRoot)("makes up for packages that a umask at install kept to root", () => {
    const found = unpack();
    runAs(null, "chmod", ["-R", "go-rwx", join(folder, "package")]);
    const native = prepareBinaries(place(), account, found);
    expect(runAs(account, join(native, "bin", "initdb"), ["--version"]).ok).toBe(true);
  });

  it("says when the binaries do not run here, as on a system without glibc, and keeps no copy", () => {
    const found = unpack();
    // What a missing program loader looks like.
    const postgres = join(found.native, "bin", "postgres");
    rmSync(postgres);
    writeFileSync(postgres, "#!/lib/ld-of-another-system.so\n", { mode: 0o755 });
    expect(() => prepareBinaries(place(), account, found)).toThrow(
      expect.objectContaining({ key: "postgres_binaries_do_not_run" }),
    );
    expect(readdirSync(folder).concat(readdirSync(place())).toSorted()).toEqual(["package", "postgres"]);
    expect(faultOf("postgres_binaries_do_not_run", { reason: "x" }).name).toBe("DATABASE_URL");
  });

  it("says when there are no binaries for a system", () => {
    expect(() => findBinaries("sunos", "x64")).toThrow(
      expect.objectContaining({ key: "postgres_no_binaries" }),
    );
  });

  it("knows every library it links", () => {
    const { native } = findBinaries();
    expect(JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))).toHaveLength(14);
  });
});
