// `npm run backup -- file`: everything the inbox holds, at one moment, in one file; also while it runs.
import { runBackupCommand } from "./steps/backup-command.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";

const work = () => inRelease("backup.mjs", () => runBackupCommand("backup"));
await runOrExplain(work, "Nothing was backed up");
