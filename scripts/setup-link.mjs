// `npm run setup-link`: the one-time set-up link of a running inbox again; `-- --new` for a further owner.
import { runOrExplain } from "./steps/fault.mjs";
import { runCommand } from "./steps/run-command.mjs";

await runOrExplain(
  () =>
    runCommand(({ printSetupLink }, running) =>
      printSetupLink({ ...running, isNew: process.argv.includes("--new") }),
    ),
  "The set-up link cannot be made",
);
