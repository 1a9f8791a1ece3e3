import type { Health } from "@/lib/api/types";
import { log } from "@/lib/log";
import { damagedHere, spooledHere } from "@/lib/recorder/memory/open-keeper";
import type { Handler } from "@/lib/server/exchange";
import { inTime } from "@/lib/server/in-time";
import { sendJson } from "@/lib/server/send";
import { getHealth } from "@/lib/services/health/get";
import { getDb } from "@/lib/store/pool";
import manifest from "@/package.json";

const longestWaitMs = 2_000;

/** The truth in one look: 503 exactly when the database is gone. */
export const answerHealth: Handler = async ({ res, requestId }) => {
  const health = await readHealth(requestId);
  sendJson(res, health.database === "down" ? 503 : 200, health);
};

async function readHealth(requestId: string): Promise<Health> {
  try {
    const facts = await inTime(getHealth({ db: getDb(), now: new Date() }), longestWaitMs);
    const { worker, upstream, unsettled } = facts;
    const isWell = worker === "ok" && upstream !== "refused" && upstream !== "unreachable";
    const base = await baseOf(isWell && unsettled === 0);
    return { ...base, database: "ok", ...facts };
  } catch (error) {
    log.warn({ requestId, error }, "health could not ask the database");
    // Without the database the worker can do nothing, whether it runs or not.
    return {
      ...(await baseOf(false)),
      database: "down",
      worker: "down",
      upstream: "unknown",
      syncAgeMs: null,
      unsettled: null,
      sandbox: false,
      history: null,
    };
  }
}

async function baseOf(
  isWell: boolean,
): Promise<Pick<Health, "status" | "version" | "spooled" | "damagedSpoolFiles">> {
  const damagedSpoolFiles = await damagedHere();
  return {
    status: isWell && damagedSpoolFiles === 0 ? "ok" : "degraded",
    version: manifest.version,
    spooled: spooledHere(),
    damagedSpoolFiles,
  };
}
