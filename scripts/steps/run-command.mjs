import { pathToFileURL } from "node:url";
import { bundle, bundlePath } from "./bundle.mjs";
import { fault } from "./fault.mjs";
import { holderOf } from "./hold-lock.mjs";
import { isInstalled } from "./install.mjs";
import { dataDirOf, lockFile } from "./preflight.mjs";
import { readEnvFile } from "./read-env-file.mjs";

/** Runs one of the commands of the server beside a running inbox, whose address it is told. */
export async function runCommand(choose) {
  readEnvFile();
  if (!isInstalled()) throw fault("Countersign", "is not installed yet. Start it first: npm start.");
  await bundle(["command"]);
  const commands = await import(pathToFileURL(bundlePath("command")).href);
  const dataDir = dataDirOf(process.env);
  const address = holderOf(lockFile(dataDir))?.address ?? null;
  process.exitCode = await choose(commands, { dataDir, address });
}
