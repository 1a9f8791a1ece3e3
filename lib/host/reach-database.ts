import pg from "pg";
import { StartError } from "@/lib/host/start-error";
import type { StartKey } from "@/lib/messages/console";

const patienceMs = 10_000;

const unreachable: Record<string, StartKey> = {
  ENOTFOUND: "database_host_unknown",
  EAI_AGAIN: "database_host_unknown",
  ECONNREFUSED: "database_not_listening",
  ENOENT: "database_not_listening",
};

// PostgreSQL's own classes: 28 is a refused name or password, 3D a database that does not exist, 42 a right.
function isRefusal(code: string): boolean {
  return /^(28|3D|42)/.test(code);
}

/** Asks the database once, so that a wrong address is told by the name of its setting. */
export async function reachDatabase(
  name: "DATABASE_URL" | "DATABASE_MIGRATE_URL",
  url: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
  } catch (cause) {
    const code = String((cause as { code?: unknown }).code ?? "no answer");
    const key = isRefusal(code) ? "database_refused" : (unreachable[code] ?? "database_unreachable");
    throw new StartError(key, { name, code }, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}
