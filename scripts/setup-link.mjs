// `npm run setup-link`: a new one-time set-up link for a running inbox; `-- --new` for a further owner.
import { here, hereUsage, readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";
import { runCommand } from "./steps/run-command.mjs";

const usage = `
npm run setup-link -- [options]

A new link to become the owner; the one before stops working.

--new                   a link for a further owner, with a workspace of their own
${hereUsage}
`;

await runOrExplain(async () => {
  const { values } = readCommandLine(usage, { options: { ...here, new: { type: "boolean" } } });
  const isNew = values.new === true;
  const work = () => runCommand(({ printSetupLink }, running) => printSetupLink({ ...running, isNew }));
  await inRelease("setup-link.mjs", work);
}, "The set-up link cannot be made");
