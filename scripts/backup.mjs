// `npm run backup -- file`: everything the inbox holds, at one moment, in one file; also while it runs.
import { runBackupCommand } from "./steps/backup-command.mjs";
import { runOrExplain } from "./steps/fault.mjs";

await runOrExplain(() => runBackupCommand("backup"), "Nothing was backed up");
