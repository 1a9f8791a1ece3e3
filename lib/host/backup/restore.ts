import { BackupError } from "@/lib/host/backup/backup-error";
import type { ChosenKeys } from "@/lib/host/backup/choose-keys";
import type { Head } from "@/lib/host/backup/format";
import { type Inspected, inspect, readTables } from "@/lib/host/backup/inspect";
import { settle } from "@/lib/host/backup/settle";
import type { Fingerprint } from "@/lib/store/copy/read-rows";
import { checkEmpty, RefillError, refill } from "@/lib/store/copy/refill";
import { type MigrationFile, migrate, readMigrations, refuseStrangers } from "@/lib/store/migrate";

export type Target = { ownerUrl: string; appUrl: string };

type Given = { file: string; keys: ChosenKeys; migrations: string; now: Date };

/** The migrations the backup was made under, which must be ours; a newer backup is refused by their names. */
function filesOf(head: Head, folder: string): MigrationFile[] {
  const files = readMigrations(folder);
  try {
    refuseStrangers(head.migrations, files);
  } catch (cause) {
    const { key, values } = cause as { key?: string; values?: { name?: string } };
    const name = values?.name ?? "";
    throw new BackupError(key === "database_newer" ? "backup_newer" : "backup_changed", { name }, { cause });
  }
  return files.slice(0, head.migrations.length);
}

export type Ready = { inspected: Inspected; files: MigrationFile[] } & Given;

/** Everything that can be known from the file alone; only then is the target touched. */
export async function readyToRestore(given: Given): Promise<Ready> {
  const inspected = await inspect(given.file);
  const { head, mac, digest } = inspected;
  if (given.keys.prove && given.keys.prove(digest) !== mac)
    throw new BackupError("file_tampered", { file: given.file });
  return { ...given, inspected, files: filesOf(head, given.migrations) };
}

/**
 * Fills an empty database from a backup, proves it row by row, and brings it up to this version. `beforeCommit`
 * does what has to be there before the rows are, and gives back how to undo it where they do not come.
 */
export async function restore(
  ready: Ready,
  { ownerUrl, appUrl }: Target,
  beforeCommit: () => () => void = () => () => undefined,
): Promise<Map<string, Fingerprint>> {
  const { inspected, files, file, keys, now, migrations } = ready;
  const { head, tables, sequences } = inspected;
  const copy = { files, tables: head.tables, rows: () => readTables(file), sequences, expected: tables };
  const keepsSealed = keys.kind !== "lost";
  const undoing: (() => void)[] = [];
  try {
    const proven = await refill(ownerUrl, copy, async (tx) => {
      await settle(tx, { head, keepsSealed, keepsSecret: keys.kind === "restored", now });
      undoing.push(beforeCommit());
    });
    await migrate({ ownerUrl, appUrl, folder: migrations });
    return proven;
  } catch (error) {
    // Only where the database says that nothing came: a commit whose answer was lost may have come about.
    for (const undo of undoing) await checkEmpty(ownerUrl).then(undo, () => undefined);
    if (error instanceof RefillError)
      throw new BackupError(error.key, { ...error.values, file }, { cause: error });
    throw error;
  }
}
