import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { readSecrets } from "@/lib/host/secrets";
import { installWith, withDatabase } from "@/lib/host/supervisor/install";
import type { Verbs } from "@/lib/host/supervisor/installation";
import { isUndecided, keepAsking } from "@/lib/host/supervisor/keep-asking";
import { keepPart, type Part } from "@/lib/host/supervisor/keep-part";
import type { KeptPostgres } from "@/lib/host/supervisor/keep-postgres";
import { migrateDatabase, openDatabase } from "@/lib/host/supervisor/open-database";
import { partEnvironment, sandboxEnvironment } from "@/lib/host/supervisor/part-environment";
import { spawnPart } from "@/lib/host/supervisor/spawn-part";
import { startedBlock } from "@/lib/host/supervisor/started-block";
import { presenceUnder } from "@/lib/services/installation/ensure-auth-secret";
import type { Db } from "@/lib/store/pool";
import { bePresent } from "@/lib/store/presence";

export type Entries = { web: string; worker: string; sandbox: string };

export type Supervisor = {
  /** Resolves when everything runs, with the block to print; rejected when something could not be started. */
  started: Promise<string>;
  stop: () => Promise<void>;
  /** Everything at once and without asking; PostgreSQL recovers at the next start. */
  kill: () => void;
};

type Given = { env: Env; dataDir: string; root: string; entries: Entries; verbs: Verbs };

/** What is asked of web and worker, then of the rest, so that all of it fits into ten seconds. */
const graceMs = { workerAlone: 1500, parts: 5000, sandbox: 2500 };

/** Starts everything in order and keeps it running until it is told to stop. */
export function supervise({ env, dataDir, root, entries, verbs }: Given): Supervisor {
  let isStopping = false;
  const running: {
    postgres: KeptPostgres | null;
    presence: { leave: () => Promise<void> } | null;
    asking: { stop: () => void } | null;
    sandbox: Part | null;
    parts: Part[];
  } = {
    postgres: null,
    presence: null,
    asking: null,
    sandbox: null,
    parts: [],
  };

  // A stop may come at any moment of a start; each step that took time is followed by this question.
  const goOn = () => {
    if (isStopping) throw new Error("stopped while starting");
  };

  async function startAll(): Promise<string> {
    const secrets = readSecrets(dataDir, env);
    const database = await openDatabase(env, dataDir);
    running.postgres = database.postgres;
    goOn();
    // The verbs read these where web and worker read them.
    Object.assign(process.env, {
      DATABASE_URL: database.appUrl,
      AUTH_SECRET: secrets.authSecret,
      ENCRYPTION_KEYS: secrets.encryptionKeys,
    });
    await migrateDatabase(database, root);
    goOn();
    // A private database has nobody else on it.
    if (!database.postgres)
      running.presence = await bePresent(database.appUrl, presenceUnder(secrets.authSecret));
    goOn();
    const startSandbox = () => {
      goOn();
      const own = sandboxEnvironment(env, dataDir, secrets);
      running.sandbox = keepPart({ name: "sandbox", start: () => spawnPart(entries.sandbox, own, root) });
      return running.sandbox;
    };
    const full = { ...env, AUTH_SECRET: secrets.authSecret, ENCRYPTION_KEYS: secrets.encryptionKeys };
    const outcome = await installWith({ env: full, secrets, appUrl: database.appUrl, verbs, startSandbox });
    goOn();
    writeFileSync(join(dataDir, "last-start.json"), JSON.stringify({ state: outcome.installed.state }));
    const partEnv = partEnvironment(env, { databaseUrl: database.appUrl, secrets });
    for (const name of ["web", "worker"] as const) {
      if (env.ROLE !== "all" && env.ROLE !== name) continue;
      running.parts.push(
        keepPart({
          name,
          start: () => spawnPart(entries[name], { ...partEnv, COUNTERSIGN_PROCESS: name }, root),
        }),
      );
    }
    await Promise.all(running.parts.map((part) => part.ready));
    goOn();
    if (isUndecided(outcome.installed)) {
      const given = { env: full, sandbox: null, agentCaptureKey: null };
      const ensure = (db: Db) => verbs.ensureInstallation({ ...given, db, now: new Date() });
      running.asking = keepAsking(() => withDatabase(database.appUrl, ensure));
    }
    return startedBlock({
      env,
      dataDir,
      place: database.postgres?.place ?? null,
      installed: outcome.installed,
      sandboxOrigin: outcome.sandbox?.origin ?? null,
      link: outcome.link,
    });
  }

  const started = startAll();
  started.catch(() => undefined);

  async function stopAll(): Promise<void> {
    isStopping = true;
    running.asking?.stop();
    // The worker first: until the web leaves, agents and people are answered, and what they say is kept.
    const web = running.parts[0];
    const others = Promise.all(running.parts.slice(1).map((part) => part.stop(graceMs.parts)));
    await Promise.race([others, new Promise((resolve) => setTimeout(resolve, graceMs.workerAlone))]);
    await Promise.all([web?.stop(graceMs.parts), others]);
    // A start that is half way may still bring PostgreSQL up; it ends at its next step.
    await Promise.all([running.sandbox?.stop(graceMs.sandbox), started.catch(() => undefined)]);
    await running.presence?.leave();
    await running.postgres?.stop();
  }

  let stopped: Promise<void> | null = null;
  return {
    started,
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
    kill: () => {
      for (const part of [...running.parts, running.sandbox]) part?.kill();
      running.postgres?.kill();
    },
  };
}
