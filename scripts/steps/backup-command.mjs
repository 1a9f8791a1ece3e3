import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundle, bundlePath } from "./bundle.mjs";
import { fault } from "./fault.mjs";
import { holdLock } from "./hold-lock.mjs";
import { install } from "./install.mjs";
import { dataDirOf, lockFile } from "./preflight.mjs";
import { readEnvFile } from "./read-env-file.mjs";
import { root } from "./root.mjs";

const options = {
  "passphrase-file": { type: "string" },
  passphrase: { type: "boolean" },
  "without-keys": { type: "boolean" },
  verbose: { type: "boolean" },
  here: { type: "boolean" },
};

const places = ["DATA_DIR", "DATABASE_URL", "DATABASE_MIGRATE_URL"];

/** npm moves to the clone before it runs anything; a name was given where the person was. */
function fromCaller(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function parse() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw fault("Option", `is not understood: ${error.message.split(". ")[0]}.`);
  }
}

/** What `npm run backup` and `npm run restore` share: a file, options, and whoever holds DATA_DIR. */
export async function runBackupCommand(name) {
  // What is set for this one command and is not in `.env` has to be set again for the next one.
  const setHere = Object.fromEntries(places.map((place) => [place, process.env[place] || null]));
  readEnvFile();
  const { values, positionals } = parse();
  if (positionals.length > 1) throw fault("File", "is one name; put it in quotes if it has spaces.");
  await install();
  await bundle(["backup"]);
  const commands = await import(pathToFileURL(bundlePath("backup")).href);
  const dataDir = dataDirOf(process.env);
  await commands[name]({
    root,
    version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    dataDir,
    environment: process.env,
    setHere,
    file: positionals[0] ? fromCaller(positionals[0]) : "",
    passphraseFile: values["passphrase-file"] ? fromCaller(values["passphrase-file"]) : null,
    wantsToType: values.passphrase === true,
    hasTerminal: process.stdin.isTTY === true,
    isVerbose: values.verbose === true,
    withoutKeys: values["without-keys"] === true,
    hold: () => holdLock(lockFile(dataDir)),
    print: (text) => process.stdout.write(text),
  });
}
