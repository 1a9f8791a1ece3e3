import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getEnv } from "@/lib/env";
import { keepNothing } from "@/lib/recorder/keep-nothing";
import { openKeeper } from "@/lib/recorder/memory/open-keeper";
import { openRecorder } from "@/lib/recorder/open";
import { agentDoor } from "@/lib/server/agent-door";
import { receiver } from "@/lib/server/receive";
import type { Db } from "@/lib/store/pool";
import { testKeys } from "@/lib/testing/factories/make-workspace";

const appUrl = "https://inbox.example";

/** The recorder agents ask through; a restart forgets what it only had in memory. */
export type WorldRecorder = {
  origin(): string;
  /** Whatever agents were told is stored is on the list. */
  settled(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** As the web has it, on a folder of this world's own. `isDeaf`: passes everything on and keeps nothing. */
export async function serveRecorder(
  db: Db,
  { realOrigin, isDeaf }: { realOrigin: string; isDeaf: boolean },
): Promise<WorldRecorder> {
  const dataDir = await mkdtemp(join(tmpdir(), "world-recorder-"));
  const databaseUrl = getEnv().DATABASE_URL ?? "";
  const open = async () => {
    const keeper = isDeaf ? keepNothing : await openKeeper({ databaseUrl, dataDir, keys: testKeys });
    const recorder = openRecorder({
      appUrl,
      realOrigin,
      dataDir,
      encryptionKeys: testKeys,
      isRegistrationOn: false,
      db: () => db,
      keeper,
    });
    const server = createServer({ requireHostHeader: false });
    const port = () => (server.address() as AddressInfo).port;
    const facts = { appUrl, port, proxies: 0, development: false };
    server.on("request", receiver(facts, agentDoor(recorder, appUrl).takeCall));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { recorder, keeper, server, port };
  };
  let running = await open();
  const close = async () => {
    await hangUp(running.server);
    await running.recorder.stop();
  };
  return {
    origin: () => `http://localhost:${running.port()}`,
    settled: () => running.keeper.settled(),
    async restart() {
      await close();
      running = await open();
    },
    async stop() {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function hangUp(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
