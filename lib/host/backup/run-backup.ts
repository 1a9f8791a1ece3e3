import { resolve } from "node:path";
import type { Env } from "@/lib/env";
import { backUp } from "@/lib/host/backup/backup";
import { BackupError } from "@/lib/host/backup/backup-error";
import type { Command } from "@/lib/host/backup/command";
import { checkFinished } from "@/lib/host/backup/empty-place";
import {
  askNewPassphrase,
  checkStrength,
  checkTerminal,
  givenPassphrase,
} from "@/lib/host/backup/passphrase";
import { backupBlock } from "@/lib/host/backup/tell";
import { findPlace } from "@/lib/host/postgres/choose-place";
import { findRunning } from "@/lib/host/postgres/find-running";
import { databaseName, ownerRole } from "@/lib/host/postgres/prepare-database";
import { startPostgres } from "@/lib/host/postgres/start-postgres";
import { reachDatabase } from "@/lib/host/reach-database";

/** The address of what is to be backed up, while `work` needs it: a running database, or one that is started. */
async function withSource<T>(
  env: Env,
  { dataDir, hold }: Command,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (env.DATABASE_URL) {
    const url = env.DATABASE_MIGRATE_URL ?? env.DATABASE_URL;
    await reachDatabase(env.DATABASE_MIGRATE_URL ? "DATABASE_MIGRATE_URL" : "DATABASE_URL", url);
    return await work(url);
  }
  const running = findRunning(dataDir);
  if (running) return await work(running(ownerRole, databaseName));
  if (!findPlace(dataDir)) throw new BackupError("nothing_there");
  checkFinished(dataDir);
  const lock = hold();
  if (lock.holder) throw new BackupError("between_states");
  try {
    const postgres = await startPostgres({ dataDir, durable: true });
    try {
      return await work(postgres.urlFor(ownerRole, databaseName));
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}

async function passphraseFor(command: Command): Promise<string | null> {
  const given = givenPassphrase(command.passphraseFile, command.environment);
  if (given !== null) checkStrength(given);
  if (given !== null || !command.wantsToType) return given;
  checkTerminal(command);
  return await askNewPassphrase();
}

export async function runBackup(env: Env, command: Command, stop: AbortSignal): Promise<string> {
  const file = resolve(command.file);
  const passphrase = await passphraseFor(command);
  const made = await withSource(env, command, (ownerUrl) =>
    backUp({
      ownerUrl,
      dataDir: command.dataDir,
      secrets: env,
      file,
      passphrase,
      app: command.version,
      madeAt: new Date(),
      stop,
    }),
  );
  return backupBlock(made, { file, isVerbose: command.isVerbose });
}
