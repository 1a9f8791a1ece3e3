import { randomBytes } from "node:crypto";
import { chmod, mkdir } from "node:fs/promises";
import { DEFAULT_GUESSES } from "../guesses";
import { Refusal } from "../refusal";
import { type Failpoint, NEVER } from "./failpoint";
import { journalLine, readFiles, rotateFiles } from "./files";
import { Journal } from "./journal";
import { lockFolder } from "./lock";
import { META_ID, Transaction } from "./transaction";
import { emptyWorld, type World } from "./world";

const ROTATE_AT_BYTES = 8 * 1024 * 1024;

export type Store = {
  /** Runs one step of the world. Resolves when it, and all it has seen, is on disk. */
  transact<T>(step: (tx: Transaction) => T): Promise<T>;
  /** Told after each change, once it is on disk. Returns how to stop. */
  watch(listener: () => void): () => void;
  close(): Promise<void>;
};

type StoreOptions = {
  dir: string;
  secret?: string | undefined;
  rotateAtBytes?: number | undefined;
  failpoint?: Failpoint | undefined;
  onFailure?: ((error: unknown) => void) | undefined;
};

export async function openStore(options: StoreOptions): Promise<Store> {
  const { dir, failpoint = NEVER } = options;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  const unlock = await lockFolder(dir);
  try {
    const world = emptyWorld();
    let seq = await readFiles(dir, world);
    // Starting with a fresh snapshot also cuts off a torn last line.
    const file = await rotateFiles(dir, world, seq, failpoint);
    const journal = new Journal(file, 0, seq, options.onFailure ?? (() => undefined), {
      atBytes: options.rotateAtBytes ?? ROTATE_AT_BYTES,
      run: () => rotateFiles(dir, world, seq, failpoint),
    });
    const listeners = new Set<() => void>();
    const store: Store = {
      async transact(step) {
        const tx = new Transaction(world, Date.now());
        const commit = async () => {
          const changes = tx.changed();
          if (changes.length > 0) journal.append(++seq, journalLine(seq, changes));
          await journal.settled();
          if (changes.length > 0) for (const listener of listeners) listener();
        };
        let value: ReturnType<typeof step>;
        try {
          value = step(tx);
        } catch (error) {
          // A refusal is an answer like any other: a lapse noticed on the way to it stays.
          if (error instanceof Refusal) await commit();
          else tx.rollback();
          throw error;
        }
        await commit();
        return value;
      },
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async close() {
        await journal.close().finally(unlock);
      },
    };
    await store.transact((tx) => ensureMeta(tx, world, options.secret));
    return store;
  } catch (error) {
    await unlock();
    throw error;
  }
}

function ensureMeta(tx: Transaction, world: World, secret: string | undefined): void {
  if (world.meta.get(META_ID)) return;
  tx.put("meta", {
    id: META_ID,
    accountId: "",
    lastEventId: 0,
    secret: secret ?? randomBytes(32).toString("base64url"),
    guesses: DEFAULT_GUESSES,
    startAccountId: null,
    startTokens: null,
  });
}
