// `npm run setup-link`: the one-time set-up link of a running inbox again; `-- --new` for a further owner.
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";
import { runCommand } from "./steps/run-command.mjs";

const work = () =>
  runCommand(({ printSetupLink }, running) =>
    printSetupLink({ ...running, isNew: process.argv.includes("--new") }),
  );

await runOrExplain(() => inRelease("setup-link.mjs", work), "The set-up link cannot be made");
