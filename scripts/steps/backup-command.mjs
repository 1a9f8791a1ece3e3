import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, bundlePath } from "./bundle.mjs";
import { here, hereUsage, readCommandLine } from "./command-line.mjs";
import { holdLock } from "./hold-lock.mjs";
import { install } from "./install.mjs";
import { dataDirOf, lockFile } from "./preflight.mjs";
import { readEnvFile } from "./read-env-file.mjs";
import { root } from "./root.mjs";

const passphraseUsage = `
--passphrase            type the passphrase of the keys
--passphrase-file FILE  read it from a file; or set BACKUP_PASSPHRASE
`.trim();

const commands = {
  backup: {
    usage: `
npm run backup -- FILE [options]

Everything the inbox holds, into a new file; also while it runs.

${passphraseUsage}
                        without a passphrase the keys are left out
--verbose               list every table
${hereUsage}
`,
    options: { verbose: { type: "boolean" } },
  },
  restore: {
    usage: `
npm run restore -- FILE [options]

A backup into an empty DATA_DIR, or with DATABASE_URL into an empty database.

${passphraseUsage}
--without-keys          go without the keys; tokens have to be pasted again
${hereUsage}
`,
    options: { "without-keys": { type: "boolean" } },
  },
};

/** A file, and how its keys are opened. */
export function readBackupCommandLine(name) {
  const { usage, options } = commands[name];
  const passphrase = { passphrase: { type: "boolean" }, "passphrase-file": { type: "string" } };
  return readCommandLine(usage, { options: { ...passphrase, ...options, ...here }, least: 1, most: 1 });
}

const places = ["DATA_DIR", "DATABASE_URL", "DATABASE_MIGRATE_URL"];

/** npm moves to the clone before it runs anything; a name was given where the person was. */
function fromCaller(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** What `npm run backup` and `npm run restore` share: a file, options, and whoever holds DATA_DIR. */
export async function runBackupCommand(name, { values, positionals }) {
  // What is set for this one command and is not in `.env` has to be set again for the next one.
  const setHere = Object.fromEntries(places.map((place) => [place, process.env[place] || null]));
  readEnvFile();
  await install();
  await bundle(["backup"]);
  const bundled = await import(pathToFileURL(bundlePath("backup")).href);
  const dataDir = dataDirOf(process.env);
  await bundled[name]({
    root,
    version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    dataDir,
    environment: process.env,
    setHere,
    file: fromCaller(positionals[0]),
    passphraseFile: values["passphrase-file"] ? fromCaller(values["passphrase-file"]) : null,
    wantsToType: values.passphrase === true,
    hasTerminal: process.stdin.isTTY === true,
    isVerbose: values.verbose === true,
    withoutKeys: values["without-keys"] === true,
    hold: () => holdLock(lockFile(dataDir)),
    print: (text) => process.stdout.write(text),
  });
}
