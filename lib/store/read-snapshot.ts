import { drizzle } from "drizzle-orm/node-postgres";
import type { Db, Reads } from "@/lib/store/pool";
import * as schema from "@/lib/store/schema";

/**
 * Reads that all see the database as it was at one moment, however long somebody takes to fetch what they
 * give. One connection is held until the last, or until whoever asked goes away.
 */
export async function* readSnapshot<T>(db: Db, read: (at: Reads) => AsyncIterable<T>): AsyncGenerator<T> {
  const client = await db.$client.connect();
  let fault: Error | undefined;
  try {
    await client.query("begin isolation level repeatable read read only");
    yield* read(drizzle(client, { schema }));
  } catch (error) {
    fault = error instanceof Error ? error : new Error("reading failed", { cause: error });
    throw error;
  } finally {
    await client.query("rollback").catch((error: Error) => {
      fault ??= error;
    });
    // A connection that failed is not given to the next who asks.
    client.release(fault);
  }
}
