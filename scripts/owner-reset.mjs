// `npm run owner:reset`: a one-time link for an owner who is locked out; `-- EMAIL` where there are several.
import { here, hereUsage, readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";
import { runCommand } from "./steps/run-command.mjs";

const usage = `
npm run owner:reset -- [EMAIL]

A link with which an owner chooses a new password.

EMAIL                   whose, where there are several owners
${hereUsage}
`;

await runOrExplain(async () => {
  const { positionals: addresses } = readCommandLine(usage, { options: here, most: 1 });
  const work = () => runCommand(({ printOwnerReset }, running) => printOwnerReset({ ...running, addresses }));
  await inRelease("owner-reset.mjs", work);
}, "The link for a new password cannot be made");
