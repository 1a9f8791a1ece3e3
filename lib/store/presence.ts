import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import pg from "pg";
import type { Tx } from "@/lib/store/pool";

const againMs = 1000;
const lockNumber = "hashtextextended($1, 0)";
// A host whose machine lost its power is noticed within a minute.
const keepAlive = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

async function enter(url: string, name: string, left: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "countersign-present",
    connectionTimeoutMillis: 10_000,
    options: keepAlive,
  });
  client.on("error", () => undefined);
  client.once("end", left);
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${lockNumber})`, [`present ${name}`]);
    return client;
  } catch (error) {
    client.removeListener("end", left);
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** The same, also while the database is away: it comes as soon as it can. */
export function keepPresent(url: string, name: string): { leave: () => Promise<void> } {
  const leaving = new AbortController();
  const coming = (async () => {
    while (!leaving.signal.aborted) {
      try {
        return await bePresent(url, name);
      } catch {
        await wait(againMs, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
    return null;
  })();
  return {
    async leave() {
      leaving.abort();
      await (await coming)?.leave();
    },
  };
}

/**
 * Is present on a database under a name, any number of hosts at once, until it leaves or its process ends:
 * the database forgets it with the connection. When the database went away it comes back by itself.
 */
export async function bePresent(url: string, name: string): Promise<{ leave: () => Promise<void> }> {
  const leaving = new AbortController();
  const comeBack = async () => {
    while (!leaving.signal.aborted) {
      await wait(againMs, undefined, { signal: leaving.signal }).catch(() => undefined);
      if (leaving.signal.aborted) return;
      try {
        client = await enter(url, name, left);
        return;
      } catch {
        // Still away; asked again.
      }
    }
  };
  const left = () => {
    if (!leaving.signal.aborted) returning = comeBack();
  };
  let returning: Promise<void> = Promise.resolve();
  let client = await enter(url, name, left);
  return {
    async leave() {
      leaving.abort();
      await returning;
      await client.end().catch(() => undefined);
    },
  };
}

/** Whether anybody is present under that name. Nobody can come until the transaction ends. */
export async function isAnybodyPresent(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await tx.execute<{ is_free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`present ${name}`}, 0)) as is_free`,
  );
  return rows[0]?.is_free !== true;
}
