import { type Env, readEnv } from "@/lib/env";
import type { Command } from "@/lib/host/backup/command";
import { explainBackup } from "@/lib/host/backup/explain-backup";
import { runBackup } from "@/lib/host/backup/run-backup";
import { runRestore } from "@/lib/host/backup/run-restore";
import { untilStopped } from "@/lib/host/backup/until-stopped";
import { Faults } from "@/lib/host/explain";

type Run = (env: Env, command: Command, stop: AbortSignal) => Promise<string>;

async function run(work: Run, command: Command): Promise<void> {
  const { env, faults } = readEnv(command.environment);
  if (!env) throw new Faults(faults);
  try {
    command.print(await untilStopped((stop) => work(env, command, stop)));
  } catch (error) {
    throw explainBackup(error, { dataDir: command.dataDir, hasOwnDatabase: !env.DATABASE_URL });
  }
}

export async function backup(command: Command): Promise<void> {
  await run(runBackup, command);
}

export async function restore(command: Command): Promise<void> {
  await run(runRestore, command);
}
