import { existsSync, rmdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Env } from "@/lib/env";
import { BackupError } from "@/lib/host/backup/backup-error";
import { type ChosenKeys, chooseKeys } from "@/lib/host/backup/choose-keys";
import type { Command } from "@/lib/host/backup/command";
import { checkEmptyPlace, fillPlace } from "@/lib/host/backup/empty-place";
import { readHeadOf } from "@/lib/host/backup/inspect";
import { askPassphrase, checkTerminal, givenPassphrase } from "@/lib/host/backup/passphrase";
import { type Ready, readyToRestore, restore } from "@/lib/host/backup/restore";
import { restoreBlock } from "@/lib/host/backup/tell";
import { orStopped } from "@/lib/host/backup/until-stopped";
import { writeKeys } from "@/lib/host/backup/write-keys";
import { makeFolder } from "@/lib/host/make-folder";
import { appRole, databaseName, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { startPostgres } from "@/lib/host/postgres/start-postgres";
import { reachDatabase } from "@/lib/host/reach-database";
import { consoleWords } from "@/lib/messages/console";
import type { Fingerprint } from "@/lib/store/copy/read-rows";
import { checkEmpty, RefillError } from "@/lib/store/copy/refill";

const words = consoleWords.backup;

type Tables = Map<string, Fingerprint>;

async function intoExternal(env: Env, ready: Ready, dataDir: string, stop: AbortSignal): Promise<Tables> {
  const appUrl = env.DATABASE_URL ?? "";
  const ownerUrl = env.DATABASE_MIGRATE_URL ?? appUrl;
  const keys = ready.keys.write;
  // Before the rows count: a database whose keys got lost on the way would be of no use to anybody.
  const keepKeys = () => (keys ? writeKeys(dataDir, keys) : () => undefined);
  return await orStopped(restore(ready, { ownerUrl, appUrl }, keepKeys), stop);
}

async function intoPlace(ready: Ready, dataDir: string, stop: AbortSignal): Promise<Tables> {
  return await fillPlace(dataDir, async () => {
    if (ready.keys.write) writeKeys(dataDir, ready.keys.write);
    const postgres = await startPostgres({ dataDir, durable: true });
    const target = {
      ownerUrl: postgres.urlFor(ownerRole, databaseName),
      appUrl: postgres.urlFor(appRole, databaseName),
    };
    try {
      await prepareDatabase(postgres);
      return await orStopped(restore(ready, target), stop);
    } finally {
      await postgres.stop();
    }
  });
}

async function checkTarget(env: Env, dataDir: string): Promise<void> {
  if (!env.DATABASE_URL) return checkEmptyPlace(dataDir);
  const ownerUrl = env.DATABASE_MIGRATE_URL ?? env.DATABASE_URL;
  await reachDatabase("DATABASE_URL", env.DATABASE_URL);
  if (env.DATABASE_MIGRATE_URL) await reachDatabase("DATABASE_MIGRATE_URL", ownerUrl);
  try {
    await checkEmpty(ownerUrl);
  } catch (error) {
    if (error instanceof RefillError) throw new BackupError(error.key, error.values, { cause: error });
    throw error;
  }
}

async function chosenKeys(env: Env, command: Command, file: string): Promise<ChosenKeys> {
  const head = await readHeadOf(file);
  const { dataDir, withoutKeys } = command;
  const given = givenPassphrase(command.passphraseFile, command.environment);
  const asks = given === null && command.wantsToType && head.keys !== null;
  if (asks) checkTerminal(command);
  const passphrase = asks ? await askPassphrase() : given;
  return await chooseKeys({ head, file, dataDir, secrets: env, passphrase, withoutKeys });
}

/** Without DATA_DIR there was nothing, and after a failure there is nothing again. */
async function inFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const isNew = !existsSync(dataDir);
  if (isNew) makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  try {
    return await work();
  } catch (error) {
    if (isNew) {
      try {
        rmdirSync(dataDir);
      } catch {
        // Something of somebody else's is in it by now.
      }
    }
    throw error;
  }
}

export async function runRestore(env: Env, command: Command, stop: AbortSignal): Promise<string> {
  const { dataDir, root, hold } = command;
  const file = resolve(command.file);
  await checkTarget(env, dataDir);
  const keys = await chosenKeys(env, command, file);
  const migrations = join(root, "lib", "store", "migrations");
  const ready = await orStopped(readyToRestore({ file, keys, migrations, now: new Date() }), stop);
  const tables = await inFolder(dataDir, async () => {
    if (env.DATABASE_URL) return await intoExternal(env, ready, dataDir, stop);
    const lock = hold();
    try {
      if (lock.holder) throw new BackupError("place_in_use");
      checkEmptyPlace(dataDir);
      return await intoPlace(ready, dataDir, stop);
    } finally {
      lock.release();
    }
  });
  const into = env.DATABASE_URL ? words.intoDatabase : dataDir;
  return restoreBlock({
    tables,
    head: ready.inspected.head,
    keys: keys.kind,
    into,
    setHere: command.setHere,
  });
}
