// `npm run setup-link`: the one-time set-up link of a running inbox again; `-- --new` for a further owner.
import { pathToFileURL } from "node:url";
import { bundle, bundlePath } from "./steps/bundle.mjs";
import { fault, runOrExplain } from "./steps/fault.mjs";
import { holderOf } from "./steps/hold-lock.mjs";
import { isInstalled } from "./steps/install.mjs";
import { dataDirOf, lockFile } from "./steps/preflight.mjs";
import { readEnvFile } from "./steps/read-env-file.mjs";

await runOrExplain(async () => {
  readEnvFile();
  if (!isInstalled()) throw fault("Countersign", "is not installed yet. Start it first: npm start.");
  await bundle(["command"]);
  const { printSetupLink } = await import(pathToFileURL(bundlePath("command")).href);
  const dataDir = dataDirOf(process.env);
  const address = holderOf(lockFile(dataDir))?.address ?? null;
  process.exitCode = await printSetupLink({ dataDir, address, isNew: process.argv.includes("--new") });
}, "The set-up link cannot be made");
