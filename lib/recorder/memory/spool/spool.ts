import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { log } from "@/lib/log";
import { entryText, readEntry, type SpooledEntry } from "@/lib/recorder/memory/spool/entry-text";
import { isAlive, nameOf, type Owner, ownerOf, thisProcess } from "@/lib/recorder/memory/spool/owner";
import { SpoolFile } from "@/lib/recorder/memory/spool/spool-file";
import { SealingError, seal, unseal } from "@/lib/store/sealing";

/** What one web writes while the database is away, before it says of more that it is not kept. */
const mostSpooledBytes = 64 * 1024 * 1024;

type Settings = { folder: string; keeper: string; keys: string; mostBytes?: number };
type Take = (entry: SpooledEntry, keeper: string) => Promise<void>;

/** What could not go into the database yet, on this host's disk, sealed, and in the order in which it came. */
export class Spool {
  readonly #settings: Settings;
  #own: SpoolFile | null = null;
  #leftBehind: SpoolFile[] = [];

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get waiting(): number {
    return [...this.#leftBehind, this.#own].reduce((sum, file) => sum + (file?.waiting ?? 0), 0);
  }

  /** Takes over what processes that are gone have left here; of two who want it, one gets it. */
  async open(): Promise<void> {
    const { folder, keeper, mostBytes = mostSpooledBytes } = this.#settings;
    const me = await thisProcess(keeper);
    this.#own = new SpoolFile(join(folder, nameOf(me, "spool")), mostBytes);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(folder)).sort()) {
      const owner = ownerOf(name, "spool");
      if (!owner || owner.keeper === keeper || (await isAlive(owner))) continue;
      const file = await this.#takeOver(name, { ...me, keeper: owner.keeper });
      if (file) this.#leftBehind.push(file);
    }
  }

  async append(entry: SpooledEntry): Promise<boolean> {
    const { keeper, keys } = this.#settings;
    return (await this.#own?.append(seal(entryText(keeper, entry), keys))) ?? false;
  }

  /** The oldest first. Ends early with the failure of the one that could not be taken. */
  async drain(take: Take): Promise<void> {
    for (let file = this.#leftBehind[0]; file; file = this.#leftBehind[0]) {
      await this.#drainFile(file, take);
      await file.remove();
      this.#leftBehind.shift();
    }
    if (this.#own) await this.#drainFile(this.#own, take);
  }

  async close(): Promise<void> {
    for (const file of [...this.#leftBehind, this.#own]) {
      const isEmpty = file?.waiting === 0;
      await (isEmpty ? file?.remove() : file?.close())?.catch(() => undefined);
    }
  }

  async #takeOver(name: string, owner: Owner): Promise<SpoolFile | null> {
    const { folder, mostBytes = mostSpooledBytes } = this.#settings;
    const path = join(folder, nameOf(owner, "spool"));
    try {
      await rename(join(folder, name), path);
      const file = new SpoolFile(path, mostBytes);
      await file.recover();
      if (file.waiting > 0) return file;
      await file.remove();
    } catch (error) {
      log.warn({ error, name }, "what an earlier process spooled could not be taken over");
    }
    return null;
  }

  #drainFile(file: SpoolFile, take: Take): Promise<void> {
    return file.drain(async (sealed) => {
      const read = this.#read(sealed);
      if (read) await take(read.entry, read.keeper);
    });
  }

  /** What these keys do not open, or no version of ours wrote, must not hold up the rest. */
  #read(sealed: Buffer): ReturnType<typeof readEntry> | null {
    try {
      return readEntry(unseal(sealed, this.#settings.keys));
    } catch (error) {
      const why = error instanceof SealingError ? error.message : "not written by this version";
      log.error({ why }, "a record of the spool cannot be opened and is given up");
      return null;
    }
  }
}
