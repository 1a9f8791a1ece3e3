import { setTimeout as wait } from "node:timers/promises";
import { prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { type Postgres, startPostgres } from "@/lib/host/postgres/start-postgres";
import { backoffMs, failuresAfter } from "@/lib/host/supervisor/backoff";
import { log } from "@/lib/log";

export type KeptPostgres = {
  place: string;
  urlFor: Postgres["urlFor"];
  stop: () => Promise<void>;
  kill: () => void;
};

/** A PostgreSQL that is started again when it dies. Its address stays the same, so nobody else need know. */
export async function keepPostgres(dataDir: string): Promise<KeptPostgres> {
  let isStopping = false;
  const pauses = new AbortController();
  let restarting: Promise<void> = Promise.resolve();
  let startedAt = Date.now();
  let failures = 0;
  let current = await startPostgres({ dataDir, durable: true });
  await prepareDatabase(current);
  const watched = (postgres: Postgres) => {
    startedAt = Date.now();
    postgres.onExit(() => {
      restarting = restart();
    });
  };
  watched(current);

  async function restart(): Promise<void> {
    failures = failuresAfter(failures, Date.now() - startedAt);
    while (!isStopping) {
      const inMs = backoffMs(failures - 1);
      log.error({ inMs }, "PostgreSQL ended and is started again");
      await wait(inMs, undefined, { signal: pauses.signal }).catch(() => undefined);
      if (isStopping) return;
      try {
        current = await startPostgres({ dataDir, durable: true });
        watched(current);
        return;
      } catch (error) {
        failures += 1;
        log.error({ error }, "PostgreSQL could not be started again");
      }
    }
  }

  return {
    place: current.place,
    urlFor: current.urlFor,
    kill: () => current.kill(),
    async stop() {
      isStopping = true;
      pauses.abort();
      await restarting;
      await current.stop();
    },
  };
}
