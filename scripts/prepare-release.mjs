// `npm run prepare:release`: installs and builds this clone as it is now beside a running inbox; the next start
// runs it. `-- --back` makes the next start run the release before.
import { setPriority } from "node:os";
import { readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { goBack, prepareRelease, wayBackOfTheFirst } from "./steps/prepare-release.mjs";
import { readEnvFile } from "./steps/read-env-file.mjs";
import { root } from "./steps/root.mjs";

function tell(title, rows) {
  const lines = rows.map(([label, text]) => `  ${label.padEnd(9)}${text}`);
  process.stdout.write(`\n${title}\n\n${lines.join("\n")}\n\n`);
}

const usage = `
npm run prepare:release             install and build this version beside what runs; the next start runs it
npm run prepare:release -- --back   the next start runs the release before
`;

const restart = "start it again: Ctrl-C and npm start, or systemctl restart countersign";

await runOrExplain(async () => {
  const { values } = readCommandLine(usage, { options: { back: { type: "boolean" } } });
  readEnvFile();
  if (values.back) {
    const { name } = await goBack(root);
    tell("Back to the release before", [
      ["Release", name],
      ["Next", restart],
    ]);
    return;
  }
  // Somebody is being served beside us.
  setPriority(10);
  const { folder, version, hasOneBefore } = await prepareRelease(root);
  tell("Release prepared", [
    ["Release", `${version}, in ${folder}`],
    ["Running", "what runs now was not touched and goes on"],
    ["Next", `npm run backup -- FILE, then ${restart}`],
    ["Back", hasOneBefore ? "npm run prepare:release -- --back, then start it again" : wayBackOfTheFirst],
  ]);
}, "The release cannot be prepared");
