import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openKeeper } from "@/lib/recorder/memory/open-keeper";
import { openRecorder } from "@/lib/recorder/open";
import { agentDoor } from "@/lib/server/agent-door";
import { dispatcher } from "@/lib/server/dispatch";
import { receiver } from "@/lib/server/receive";
import { buildRoutes } from "@/lib/server/routes";
import { sendJson } from "@/lib/server/send";
import { getDb } from "@/lib/store/pool";

// The web without its pages, as a process that tests can strike down. It loads everything first and is then told
// what it is, so that the next one is ready when one dies.

const appUrl = "http://inbox.example";

process.once("message", (env: Record<string, string>) => {
  Object.assign(process.env, env);
  void serve();
});
process.on("disconnect", () => process.exit(0));

async function serve(): Promise<void> {
  const { DATABASE_URL = "", DATA_DIR = "", ENCRYPTION_KEYS = "", OPENTRAIN_API_BASE_URL = "" } = process.env;
  const keeper = await openKeeper({
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR,
    keys: ENCRYPTION_KEYS,
    mostSpooledBytes: Number(process.env.SPOOL_BYTES ?? 64 * 1024 * 1024),
  });
  const recorder = openRecorder({
    appUrl,
    realOrigin: OPENTRAIN_API_BASE_URL,
    dataDir: DATA_DIR,
    encryptionKeys: ENCRYPTION_KEYS,
    isRegistrationOn: false,
    db: getDb,
    keeper,
  });
  const server = createServer({ requireHostHeader: false });
  const port = () => (server.address() as AddressInfo).port;
  const nothing = async ({ res }: { res: Parameters<typeof sendJson>[0] }) => sendJson(res, 404, {});
  const routes = buildRoutes(nothing, agentDoor(recorder, appUrl));
  server.on(
    "request",
    receiver(
      { appUrl, port, proxies: 0, development: false },
      dispatcher(routes, nothing, { development: false }),
    ),
  );
  server.listen(0, "127.0.0.1", () => process.send?.({ type: "ready", port: port() }));
}
