import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Health } from "@/lib/api/types";
import type { Keeper } from "@/lib/recorder/keeper";
import { openKeeper } from "@/lib/recorder/memory/open-keeper";
import { Spool } from "@/lib/recorder/memory/spool/spool";
import { askOf } from "@/lib/recorder/testing/ask-of";
import type { Exchange } from "@/lib/server/exchange";
import { answerHealth } from "@/lib/server/health";
import { askedOf } from "@/lib/services/asks/asked";
import { beat } from "@/lib/store/heartbeats";
import { closePool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const origin = "https://app.opentrain.ai";
const web = createServer((req, res) => void answerHealth({ req, res, requestId: "r" } as Exchange));
let dataDir = "";
let keeper: Keeper | null = null;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", database.url);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "health-"));
  await beat(database.db, "worker", new Date());
});
afterEach(async () => {
  await keeper?.stop();
  await rm(dataDir, { recursive: true });
});
afterAll(async () => {
  web.close();
  await closePool();
});

async function health(): Promise<Health> {
  const { port } = web.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}/api/health`)).json() as Promise<Health>;
}

/** What a web that is gone left on its disk: three requests it had been asked, and a byte of one that is wrong. */
async function leaveSpool({ isDamaged }: { isDamaged: boolean }): Promise<void> {
  const made = await makeWorkspace(database.db, { origin });
  const folder = join(dataDir, "spool");
  const spool = new Spool({ folder, keeper: randomUUID(), keys: testKeys });
  await spool.open();
  for (let count = 0; count < 3; count += 1) {
    const asked = askedOf(randomUUID(), askOf(made, origin));
    expect(await spool.append({ kind: "begun", asked })).toBe(true);
  }
  const [name = ""] = await readdir(folder);
  const bytes = await readFile(join(folder, name));
  // The room taken beforehand is behind the records.
  const at = Math.floor(bytes.findLastIndex((byte) => byte !== 0) / 2);
  if (isDamaged) bytes[at] = (bytes[at] ?? 0) ^ 1;
  await spool.close();
  await rm(join(folder, name));
  await writeFile(join(folder, name), bytes);
  await rename(join(folder, name), join(folder, name.replace(/\.\d+\.\d*\./, ".4194303.1.")));
}

const settings = () => ({ databaseUrl: database.url, dataDir, keys: testKeys });

it.each([
  [false, { status: "ok", spooled: 0, damagedSpoolFiles: 0 }],
  [true, { status: "degraded", spooled: 0, damagedSpoolFiles: 1 }],
])("says of a spool that is damaged (%s) until somebody takes the file away", async (isDamaged, expected) => {
  await leaveSpool({ isDamaged });
  keeper = await openKeeper(settings());
  await vi.waitFor(async () => expect((await health()).spooled).toBe(0), { timeout: 10_000 });
  expect(await health()).toMatchObject({ database: "ok", worker: "ok", ...expected });
  const folder = join(dataDir, "spool");
  const damaged = (await readdir(folder)).filter((name) => name.endsWith(".damaged"));
  expect(damaged.length).toBe(expected.damagedSpoolFiles);
  for (const name of damaged) await rm(join(folder, name));
  expect(await health()).toMatchObject({ status: "ok", damagedSpoolFiles: 0 });
});
