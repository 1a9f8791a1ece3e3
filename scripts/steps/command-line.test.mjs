import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// A clone where nothing was installed, and nothing could be: there is no lockfile.
let clone = "";
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "countersign-usage-"));
  for (const name of ["scripts", "package.json"]) cpSync(name, join(clone, name), { recursive: true });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function run(script, ...args) {
  const env = { PATH: process.env.PATH, ENV_FILE: "none", DATA_DIR: join(clone, "data") };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, "scripts", script), ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

const commands = [
  ["start.mjs", "npm start"],
  ["dev.mjs", "npm run dev"],
  ["sandbox.mjs", "npm run sandbox"],
  ["backup.mjs", "npm run backup -- FILE"],
  ["restore.mjs", "npm run restore -- FILE"],
  ["prepare-release.mjs", "npm run prepare:release -- --back"],
  ["setup-link.mjs", "npm run setup-link"],
  ["owner-reset.mjs", "npm run owner:reset"],
  ["build.mjs", "npm run build"],
  ["verify.mjs", "npm run verify"],
  ["conformance.mjs", "npm run conformance"],
  ["prove.mjs", "npm run prove"],
];

describe("a command line", () => {
  it.each(commands)("%s says how it is used, and refuses by name what it does not know", (script, usage) => {
    const help = run(script, "--help");
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toContain(usage);
    const unknown = run(script, "--nwe=secret");
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain("  --nwe is not known here.");
    expect(unknown.stderr).toContain(usage);
    expect(unknown.stderr).not.toContain("secret");
    expect(readdirSync(clone).sort()).toEqual(["package.json", "scripts"]);
  });

  it("answers a backup or a restore without a file with its own usage alone", () => {
    const [backup, restore] = [run("backup.mjs"), run("restore.mjs")];
    expect([backup.status, restore.status]).toEqual([1, 1]);
    expect(backup.stderr).not.toContain("restore");
    expect(restore.stderr).not.toContain("backup --");
    expect(existsSync(join(clone, "node_modules"))).toBe(false);
  });

  it("refuses more names than it takes, and an option that is used in another way", () => {
    expect(run("backup.mjs", "one", "two").stderr).toContain("Command takes one name at most");
    expect(run("setup-link.mjs", "x").stderr).toContain("Command takes no names");
    const withValue = run("backup.mjs", "one", "--passphrase=hunter2");
    expect(withValue.stderr).toContain("--passphrase is not used that way.");
    expect(withValue.stderr).not.toContain("hunter2");
  });
});
