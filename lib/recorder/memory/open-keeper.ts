import { randomUUID } from "node:crypto";
import { getEnv } from "@/lib/env";
import { log } from "@/lib/log";
import type { Keeper } from "@/lib/recorder/keeper";
import { makeKeeper } from "@/lib/recorder/memory/make-keeper";
import { storeEntry } from "@/lib/recorder/memory/store-entry";
import { within } from "@/lib/recorder/memory/within";
import { noteAbandoned } from "@/lib/services/asks/note-unknown";
import { keeperName } from "@/lib/store/asks/rows";
import { createDb, createPool } from "@/lib/store/pool";
import { bePresent } from "@/lib/store/presence";

/** No agent waits longer than that for our database. */
const deadlineMs = 2_000;

/** The one that keeps what this web's agents ask, on connections of its own: pages and agents do not wait for each other. */
export function openKeeper(): Keeper {
  const { DATABASE_URL } = getEnv();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
  const pool = createPool(DATABASE_URL, { max: 8, name: "countersign-recorder" });
  const db = createDb(pool);
  const id = randomUUID();
  const by = { kept: "stored", keeper: id } as const;
  const presence = bePresent(DATABASE_URL, keeperName(id)).catch((error: unknown) => {
    log.warn({ error }, "the recorder could not say that it is there");
    return null;
  });
  // What its predecessor had in hand when it died.
  void noteAbandoned(db, new Date()).catch((error: unknown) => log.warn({ error }, "not looked through yet"));
  const keeper = makeKeeper({
    async keep(entry) {
      const isStored = await within(storeEntry(db, entry, by, new Date()), deadlineMs);
      return isStored ? "stored" : "not-stored";
    },
  });
  return {
    ...keeper,
    async stop() {
      await keeper.stop();
      await (await presence)?.leave();
      await pool.end();
    },
  };
}
