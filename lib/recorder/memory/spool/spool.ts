import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { log } from "@/lib/log";
import { entryText, readEntry, type SpooledEntry } from "@/lib/recorder/memory/spool/entry-text";
import { isAlive, nameOf, type Owner, ownerOf, thisProcess } from "@/lib/recorder/memory/spool/owner";
import { damagedSuffix, SpoolFile } from "@/lib/recorder/memory/spool/spool-file";
import { SealingError, seal, unseal } from "@/lib/store/sealing";

/** What one web writes while the database is away, before it says of more that it is not kept. */
const mostSpooledBytes = 64 * 1024 * 1024;

type Settings = { folder: string; keeper: string; keys: string; mostBytes?: number };
type Take = {
  entry: (entry: SpooledEntry, keeper: string) => Promise<void>;
  /** One that nobody can read any more, asked for at some time since then. */
  lost: (since: Date) => Promise<void>;
};
/** `since`: no record that is still to be taken was asked for before that. */
type Left = { file: SpoolFile; since: Date };

/** What could not go into the database yet, on this host's disk, sealed, and in the order in which it came. */
export class Spool {
  readonly #settings: Settings;
  #own: Left | null = null;
  #leftBehind: Left[] = [];

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get waiting(): number {
    return [...this.#leftBehind, this.#own].reduce((sum, left) => sum + (left?.file.waiting ?? 0), 0);
  }

  /** Files set aside because something in them could not be read, until somebody takes them away. */
  async damagedFiles(): Promise<number> {
    const names = await readdir(this.#settings.folder).catch(() => []);
    return names.filter((name) => name.endsWith(damagedSuffix)).length;
  }

  /** Takes over what processes that are gone have left here; of two who want it, one gets it. */
  async open(): Promise<void> {
    const { folder, keeper, mostBytes = mostSpooledBytes } = this.#settings;
    const me = await thisProcess(keeper);
    this.#own = { file: new SpoolFile(join(folder, nameOf(me, "spool")), mostBytes), since: new Date() };
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(folder)).sort()) {
      const owner = ownerOf(name, "spool");
      if (!owner || owner.keeper === keeper || (await isAlive(owner))) continue;
      const left = await this.#takeOver(name, { ...me, keeper: owner.keeper });
      if (left) this.#leftBehind.push(left);
    }
  }

  async append(entry: SpooledEntry): Promise<boolean> {
    const { keeper, keys } = this.#settings;
    return (await this.#own?.file.append(seal(entryText(keeper, entry), keys))) ?? false;
  }

  /** The oldest first. Ends early with the failure of the one that could not be taken. */
  async drain(take: Take): Promise<void> {
    for (let left = this.#leftBehind[0]; left; left = this.#leftBehind[0]) {
      await this.#drainFile(left, take);
      await left.file.remove();
      this.#leftBehind.shift();
    }
    if (this.#own) await this.#drainFile(this.#own, take);
  }

  async close(): Promise<void> {
    for (const left of [...this.#leftBehind, this.#own]) {
      const isEmpty = left?.file.waiting === 0;
      await (isEmpty ? left?.file.remove() : left?.file.close())?.catch(() => undefined);
    }
  }

  async #takeOver(name: string, owner: Owner): Promise<Left | null> {
    const { folder, mostBytes = mostSpooledBytes } = this.#settings;
    const path = join(folder, nameOf(owner, "spool"));
    try {
      await rename(join(folder, name), path);
      const file = new SpoolFile(path, mostBytes);
      const since = await file.recover();
      if (file.waiting > 0) return { file, since };
      await file.remove();
    } catch (error) {
      log.warn({ error, name }, "what an earlier process spooled could not be taken over");
    }
    return null;
  }

  #drainFile(left: Left, take: Take): Promise<void> {
    return left.file.drain(async (sealed) => {
      const read = sealed && this.#read(sealed);
      if (!read) {
        log.error({}, "a record of the spool is damaged and lost");
        await take.lost(left.since);
        return false;
      }
      await take.entry(read.entry, read.keeper);
      left.since = read.entry.asked.at;
      return true;
    });
  }

  /** What these keys do not open, or no version of ours wrote, must not hold up the rest. */
  #read(sealed: Buffer): ReturnType<typeof readEntry> | null {
    try {
      return readEntry(unseal(sealed, this.#settings.keys));
    } catch (error) {
      const why = error instanceof SealingError ? error.message : "not written by this version";
      log.error({ why }, "a record of the spool cannot be opened");
      return null;
    }
  }
}
