import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { openKeeper } from "@/lib/recorder/memory/open-keeper";
import { openRecorder } from "@/lib/recorder/open";
import { agentDoor } from "@/lib/server/agent-door";
import { isOurHost } from "@/lib/server/check-host";
import { sendConsoleToLog } from "@/lib/server/console-to-log";
import { dispatcher } from "@/lib/server/dispatch";
import { endStreams } from "@/lib/server/events/hub-of-web";
import { startNext } from "@/lib/server/next-behind";
import { packedFiles } from "@/lib/server/packed-files";
import { guardPages } from "@/lib/server/page-guard";
import { receiver } from "@/lib/server/receive";
import { refuseUnparsed } from "@/lib/server/refuse-unparsed";
import { buildRoutes } from "@/lib/server/routes";
import { stopServer } from "@/lib/server/stop";
import { workerPath, workerScript } from "@/lib/server/worker-script";
import { callNotes } from "@/lib/services/callers/call-notes";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { closePool, getDb, getPool } from "@/lib/store/pool";

const env = getEnv();
const development = env.NODE_ENV === "development";
sendConsoleToLog();

// Each request says its own origin, checked by us, so that 127.0.0.1 works beside the public name.
delete process.env.NEXTAUTH_URL;
process.env.AUTH_TRUST_HOST = "true";

// This file is bundled to dist/, one below the root.
const dir = fileURLToPath(new URL("..", import.meta.url));
const next = await startNext({ dir, development, appUrl: env.APP_URL, proxies: env.TRUST_PROXY });

const guarded = guardPages(next.handler, () => getPool().query("select 1"));
const pages = development ? guarded : packedFiles(dir, guarded);
const keeper = await openKeeper({
  databaseUrl: env.DATABASE_URL ?? "",
  dataDir: env.DATA_DIR,
  keys: encryptionKeys(),
});
const recorder = openRecorder({
  appUrl: env.APP_URL,
  realOrigin: env.OPENTRAIN_API_BASE_URL,
  dataDir: env.DATA_DIR,
  encryptionKeys: encryptionKeys(),
  isRegistrationOn: env.AGENT_REGISTRATION === "on",
  db: getDb,
  keeper,
});
const routes = buildRoutes(next.handler, agentDoor(recorder, env.APP_URL));
// While developing, what was changed is to be seen: a worker that is still there goes.
const hasWorker = env.SERVICE_WORKER === "on" && !development;
const files = { [workerPath]: workerScript(hasWorker ? join(dir, "dist", "sw.js") : null) };
const dispatch = dispatcher(routes, pages, { development, files });
const facts = {
  appUrl: env.APP_URL,
  port: () => portListened,
  proxies: env.TRUST_PROXY,
  development,
  lostAgent: () => callNotes(getDb()).noteStray("address", "no_such_address", new Date()),
};
const server = createServer({
  // Whose name we answer to is our own check, with our own answer.
  requireHostHeader: false,
  keepAliveTimeout: 65_000,
  headersTimeout: 20_000,
  // For agents' bodies of any size; lib/server/limit-body.ts is for all others.
  requestTimeout: 15 * 60_000,
  connectionsCheckingInterval: 5_000,
});
// Beyond a number Node drops headers in silence; how many there may be is our own check.
server.maxHeadersCount = 0;
const receive = receiver(facts, dispatch);
server.on("request", receive);
// Whatever else is expected of us is expected of the answer, which is ours to give.
server.on("checkExpectation", receive);
server.on("clientError", refuseUnparsed);
server.on("error", (error) => {
  log.error({ error }, "web could not listen");
  process.exit(1);
});
const { upgrade } = next;
if (upgrade) {
  server.on("upgrade", (req, socket, head) => {
    if (isOurHost(req.headers.host, { appUrl: env.APP_URL, port: facts.port() })) upgrade(req, socket, head);
    else socket.destroy();
  });
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address ? address.port : env.PORT;
}

let stopping = false;
async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, "web stops");
  await Promise.all([stopServer(server), endStreams()]);
  await recorder.stop();
  await closePool();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
process.on("disconnect", () => void stop("disconnect"));

// Asked for with every request, and to ask the system each time takes longer than all else that is checked then.
let portListened: number = env.PORT;
server.listen(env.PORT, env.HOST, () => {
  const port = portOf(server.address());
  portListened = port;
  log.info({ port, host: env.HOST }, "up");
  process.send?.({ type: "ready", port });
});
