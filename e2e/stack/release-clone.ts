import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders";

/** What a person would have cloned, with its packages; the releases are prepared in it. */
export function makeClone(folder: string): string {
  const clone = join(folder, "clone");
  mkdirSync(clone);
  for (const name of ["scripts", "lib", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, name), join(clone, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  return clone;
}

export function addMigration(clone: string, number: number, name: string, sql: string): void {
  const file = `${String(number).padStart(4, "0")}_${name}.sql`;
  writeFileSync(join(clone, "lib", "store", "migrations", file), sql);
}

function runNode(code: string, env: Record<string, string>): Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  return new Promise((resolve, reject) => {
    const args = ["--input-type=module", "-e", code];
    execFile(
      process.execPath,
      args,
      { env: { NODE_ENV: "production", PATH, HOME, ...env } },
      (error, out, said) => (error ? reject(new Error(`${error.message}\n${out}${said}`)) : resolve(out)),
    );
  });
}

const preparing = (clone: string) => JSON.stringify(join(clone, "scripts", "steps", "prepare-release.mjs"));

/**
 * As `npm run prepare:release` does it, but for the two minutes of building: what was built for this run is
 * put in place instead.
 */
export async function prepareRelease(clone: string): Promise<string> {
  const places = JSON.stringify({ root, clone });
  const name = await runNode(
    `import { cpSync, symlinkSync, existsSync } from "node:fs";
     import { prepareRelease } from ${preparing(clone)};
     const { root, clone } = ${places};
     const build = async (folder) => {
       for (const name of ["dist", ".next"])
         cpSync(root + "/" + name, folder + "/" + name, { recursive: true, verbatimSymlinks: true });
       if (!existsSync(folder + "/node_modules")) symlinkSync(root + "/node_modules", folder + "/node_modules");
     };
     const made = await prepareRelease(clone, { build, environment: {} });
     process.stdout.write(made.name);`,
    { ENV_FILE: "none" },
  );
  return join(clone, ".releases", name);
}

export async function goBack(clone: string): Promise<void> {
  await runNode(`import { goBack } from ${preparing(clone)}; await goBack(${JSON.stringify(clone)});`, {
    ENV_FILE: "none",
  });
}
