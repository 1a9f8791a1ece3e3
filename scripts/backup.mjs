// `npm run backup -- file`: everything the inbox holds, at one moment, in one file; also while it runs.
import { readBackupCommandLine, runBackupCommand } from "./steps/backup-command.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";

await runOrExplain(async () => {
  const given = readBackupCommandLine("backup");
  await inRelease("backup.mjs", () => runBackupCommand("backup", given));
}, "Nothing was backed up");
