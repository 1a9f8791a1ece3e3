import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { BackupError } from "@/lib/host/backup/backup-error";
import { consoleWords } from "@/lib/messages/console";

const words = consoleWords.backup.passphrase;
const shortest = 12;

function readFrom(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch (cause) {
    throw new BackupError("passphrase_file", { file }, { cause });
  }
}

/** From the file that was named, else from BACKUP_PASSPHRASE; null when there is neither. */
export function givenPassphrase(file: string | null, environment: NodeJS.ProcessEnv): string | null {
  const given = file === null ? environment.BACKUP_PASSPHRASE || null : readFrom(file);
  if (given !== null && given.trim() === "") throw new BackupError("passphrase_empty");
  return given;
}

/** What protects every key of the inbox must not be guessed in an afternoon. */
export function checkStrength(passphrase: string): void {
  if ([...passphrase].length < shortest)
    throw new BackupError("passphrase_short", { shortest: String(shortest) });
}

/** Where nobody can type, as under cron, what was asked for must not be left out in silence. */
export function checkTerminal({ hasTerminal }: { hasTerminal: boolean }): void {
  if (!hasTerminal) throw new BackupError("no_terminal");
}

// readline shows what is typed on its output, so that goes nowhere.
function ask(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reading = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stdout.write(question);
  return new Promise((resolve, reject) => {
    reading.once("line", (line) => {
      reading.close();
      process.stdout.write("\n");
      resolve(line);
    });
    reading.once("SIGINT", () => {
      reading.close();
      process.stdout.write("\n");
      reject(new BackupError("stopped"));
    });
  });
}

export async function askPassphrase(): Promise<string> {
  return await ask(words.ask);
}

/** Twice, since nobody sees what they type. */
export async function askNewPassphrase(): Promise<string> {
  const first = await ask(words.askNew);
  checkStrength(first);
  if ((await ask(words.askAgain)) !== first) throw new BackupError("passphrase_differs");
  return first;
}
