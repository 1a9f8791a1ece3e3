// `npm run restore -- file`: a backup into an empty DATA_DIR or an empty database, and the proof that it is the same.
import { runBackupCommand } from "./steps/backup-command.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { inRelease } from "./steps/releases.mjs";

const work = () => inRelease("restore.mjs", () => runBackupCommand("restore"));
await runOrExplain(work, "Nothing was restored");
