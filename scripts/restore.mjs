// `npm run restore -- file`: a backup into an empty DATA_DIR or an empty database, and the proof that it is the same.
import { readBackupCommandLine, runBackupCommand } from "./steps/backup-command.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";

await runOrExplain(async () => {
  const given = readBackupCommandLine("restore");
  await inRelease("restore.mjs", () => runBackupCommand("restore", given));
}, "Nothing was restored");
