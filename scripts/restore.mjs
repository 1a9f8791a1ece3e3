// `npm run restore -- file`: a backup into an empty DATA_DIR or an empty database, and the proof that it is the same.
import { runBackupCommand } from "./steps/backup-command.mjs";
import { runOrExplain } from "./steps/fault.mjs";

await runOrExplain(() => runBackupCommand("restore"), "Nothing was restored");
