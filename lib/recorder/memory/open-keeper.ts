import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { log } from "@/lib/log";
import type { Keeper } from "@/lib/recorder/keeper";
import { makeKeeper } from "@/lib/recorder/memory/make-keeper";
import { Memory, type Store } from "@/lib/recorder/memory/memory";
import { NotStored } from "@/lib/recorder/memory/not-stored";
import { Spool } from "@/lib/recorder/memory/spool/spool";
import { within } from "@/lib/recorder/memory/within";
import { noteAbandoned } from "@/lib/services/asks/note-abandoned";
import { keeperName } from "@/lib/store/asks/rows";
import { createDb, createPool } from "@/lib/store/pool";
import { keepPresent } from "@/lib/store/presence";

const connections = 8;
const reachWithinMs = 2_000;

let opened: Memory | null = null;

/** Records of this web on its host's disk that the database has not got yet. */
export function spooledHere(): number {
  return opened?.waiting ?? 0;
}

/** Files of this host's spool that could not be read whole and were set aside. */
export async function damagedHere(): Promise<number> {
  return opened?.damagedFiles() ?? 0;
}

/**
 * The one that keeps what this web's agents ask, on connections of its own: pages and agents do not wait for
 * each other.
 */
export async function openKeeper({
  databaseUrl,
  dataDir,
  keys,
  mostSpooledBytes,
}: {
  databaseUrl: string;
  dataDir: string;
  keys: string;
  mostSpooledBytes?: number;
}): Promise<Keeper> {
  const id = randomUUID();
  const presence = keepPresent(databaseUrl, keeperName(id));
  const folder = join(dataDir, "spool");
  const memory = new Memory({
    keeper: id,
    spool: new Spool({
      folder,
      keeper: id,
      keys,
      ...(mostSpooledBytes ? { mostBytes: mostSpooledBytes } : {}),
    }),
    notStored: new NotStored(id, folder),
    openStore: () => reach(databaseUrl),
  });
  await memory.open();
  opened = memory;
  const keeper = makeKeeper({
    keep: (entry) => memory.keep(entry),
    settled: () => memory.settled(),
  });
  return {
    ...keeper,
    async stop() {
      await keeper.stop();
      await memory.close();
      await presence.leave();
    },
  };
}

async function reach(url: string): Promise<Store> {
  const pool = createPool(url, { max: connections, name: "countersign-recorder" });
  const db = createDb(pool);
  try {
    await within(pool.query("select 1"), reachWithinMs);
  } catch (error) {
    void pool.end().catch(() => undefined);
    throw error;
  }
  // What whoever was here before had in hand when it died.
  void noteAbandoned(db).catch((error: unknown) =>
    log.warn({ error }, "what was left behind could not be looked through yet"),
  );
  return { db, close: () => pool.end() };
}
