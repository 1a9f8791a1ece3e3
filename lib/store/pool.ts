import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { getEnv } from "@/lib/env";
import * as schema from "@/lib/store/schema";

/** What reads need: a pool or one connection of it. */
export type Reads = NodePgDatabase<typeof schema>;
export type Db = Reads & { $client: pg.Pool };
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

const statementTimeoutMs = 15_000;
const usualIdleInTransactionMs = 30_000;

/** A pool as every process of ours wants it: our schema, UTC, and no statement that runs for ever. */
export function createPool(
  url: string,
  options: { max?: number; name?: string; idleInTransactionMs?: number } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? "countersign",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: [
      "-c search_path=countersign",
      "-c timezone=UTC",
      `-c statement_timeout=${statementTimeoutMs}`,
      // Sharing one query out takes longer than to run it when the cores are busy, as they are with us.
      "-c max_parallel_workers_per_gather=0",
      `-c idle_in_transaction_session_timeout=${options.idleInTransactionMs ?? usualIdleInTransactionMs}`,
    ].join(" "),
  });
  // An idle client that loses its server must not take the process down; the next query gets a new one.
  pool.on("error", () => {});
  // Nor must one in use: its query fails, and that failure is told where it was asked.
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}

export function createDb(pool: pg.Pool): Db {
  return drizzle(pool, { schema });
}

const key = Symbol.for("countersign.store");
type Holder = { [key]?: { pool: pg.Pool; db: Db } };

/** One pool per process, shared by the two bundles that may live in it. */
function open(): { pool: pg.Pool; db: Db } {
  const holder = globalThis as Holder;
  if (!holder[key]) {
    const url = getEnv().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    const pool = createPool(url);
    holder[key] = { pool, db: createDb(pool) };
  }
  return holder[key];
}

export function getPool(): pg.Pool {
  return open().pool;
}

export function getDb(): Db {
  return open().db;
}

export async function closePool(): Promise<void> {
  const holder = globalThis as Holder;
  const held = holder[key];
  delete holder[key];
  await held?.pool.end();
}
