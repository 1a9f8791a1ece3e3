import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { startAgent } from "./agent/start";
import { makeSandbox, sandboxApp } from "./app";
import { sweepAll } from "./approvals/expire-due";
import type { Environment } from "./environment";
import { SWEEP_EVERY_MS } from "./guesses";
import { errorText, type Log } from "./log";
import { ensureStartAccount, type StartAccount } from "./start-account";
import { openStore } from "./state/store";
import { startDeliveries } from "./webhooks/start";

const FORCE_CLOSE_AFTER_MS = 1000;

export type Running = StartAccount & { port: number; origin: string; stop: () => Promise<void> };

export async function startSandbox(
  environment: Environment,
  log: Log,
  onFailure: (error: unknown) => void,
): Promise<Running> {
  const { dir, secret, failpoint, rotateAtBytes } = environment;
  const store = await openStore({ dir, secret, failpoint, rotateAtBytes, onFailure });
  try {
    let origin = environment.origin ?? "";
    const sandbox = makeSandbox({ store, log, origin: () => origin, inboxUrl: environment.inboxPagesUrl });
    const start = await ensureStartAccount(store);
    const server = createAdaptorServer({ fetch: sandboxApp(sandbox).fetch }) as Server;
    const port = await listen(server, environment);
    origin ||= `http://localhost:${port}`;
    const sweep = setInterval(() => {
      store.transact(sweepAll).catch((error) => log("error", "A sweep failed", { error: errorText(error) }));
    }, SWEEP_EVERY_MS);
    const deliveries = startDeliveries({ store, log });
    const agent =
      environment.agent && environment.inboxUrl
        ? startAgent({
            store,
            log,
            api: `http://${loopback(environment.host)}:${port}`,
            token: start.tokens.agent,
            accountId: start.accountId,
            inboxUrl: environment.inboxUrl,
            ...environment.agent,
          })
        : null;
    const stop = async () => {
      clearInterval(sweep);
      await agent?.stop();
      await deliveries.stop();
      await close(server);
      await store.close();
    };
    return { ...start, port, origin, stop };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function listen(server: Server, { host, port }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Idle connections go at once, busy ones get a moment to finish. */
function close(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), FORCE_CLOSE_AFTER_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function loopback(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
