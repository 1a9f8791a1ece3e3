import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const patienceMs = 120_000;
const betweenMs = 15;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Ready is when it answers, not when a line in a log says so: recovery may come in between. */
export async function waitUntilReady(url: string, hasExited: () => boolean): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (!hasExited() && Date.now() < deadline) {
    if (await answers(url)) return true;
    await wait(betweenMs);
  }
  return false;
}
