import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { getEnv } from "@/lib/env";
import type { Reads } from "@/lib/store/pool";
import * as schema from "@/lib/store/schema";

export type Listener = { db: Reads; close: () => Promise<void> };

const longestQueryMs = 5_000;

/**
 * A connection of its own that hears when something was committed and is asked what: if it is lost, both are,
 * and nothing is taken for quiet that is only cut off.
 */
export async function listen(
  { onChanges, onRights, onEnd }: Record<"onChanges" | "onRights" | "onEnd", () => void>,
  url = getEnv().DATABASE_URL,
): Promise<Listener> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "countersign-streams",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    query_timeout: longestQueryMs,
    options: "-c search_path=countersign -c timezone=UTC -c statement_timeout=5000",
  });
  client.on("error", () => undefined);
  client.on("notification", ({ channel }) => (channel === "countersign_rights" ? onRights() : onChanges()));
  try {
    await client.connect();
    await client.query("listen countersign_changes; listen countersign_rights");
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
  client.once("end", onEnd);
  return {
    db: drizzle(client, { schema }),
    async close() {
      client.removeListener("end", onEnd);
      await client.end().catch(() => undefined);
    },
  };
}
