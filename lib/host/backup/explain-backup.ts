import { BackupError } from "@/lib/host/backup/backup-error";
import { explain, Faults } from "@/lib/host/explain";
import type { Surroundings } from "@/lib/host/explain-disk";
import { consoleWords } from "@/lib/messages/console";

const { faults } = consoleWords.backup;

/** A sentence for whatever kept a backup or a restore from being made. */
export function explainBackup(error: unknown, surroundings: Surroundings): Faults {
  if (error instanceof Faults) return error;
  if (!(error instanceof BackupError)) return new Faults(explain(error, surroundings));
  const { name, problem } = faults[error.key];
  return new Faults([{ name, problem: problem(error.values) }]);
}
