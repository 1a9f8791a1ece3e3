// `npm run owner:reset`: a one-time link for an owner who is locked out; `-- EMAIL` where there are several.
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";
import { runCommand } from "./steps/run-command.mjs";

const work = () =>
  runCommand(({ printOwnerReset }, running) =>
    printOwnerReset({ ...running, addresses: process.argv.slice(2) }),
  );

await runOrExplain(() => inRelease("owner-reset.mjs", work), "The link for a new password cannot be made");
