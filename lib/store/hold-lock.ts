import type { Pool } from "pg";

const lockNumber = "hashtextextended($1, 0)";

/**
 * Works while nobody else does under this name, in any process; null when somebody else is at it. The lock
 * lives with the database session, so that it is free again the moment its holder dies.
 */
export async function whileHolding<T>(pool: Pool, name: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    const { rows } = await client.query(`select pg_try_advisory_lock(${lockNumber}) as held`, [name]);
    if (rows[0]?.held !== true) return null;
    try {
      return await work();
    } finally {
      await client.query(`select pg_advisory_unlock(${lockNumber})`, [name]).catch(() => {
        isBroken = true;
      });
    }
  } finally {
    client.release(isBroken);
  }
}
