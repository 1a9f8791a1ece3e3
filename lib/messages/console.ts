import { backup } from "./en/backup";
import { start } from "./en/start";

export type { BackupKey } from "./en/backup";
export type { StartKey } from "./en/start";

/** What is printed where the server runs: English, like the commands and settings it speaks of. */
export const consoleWords = { start, backup };
