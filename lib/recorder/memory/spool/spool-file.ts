import { type FileHandle, mkdir, open, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { passFailpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import { frame, readFrame } from "@/lib/recorder/memory/spool/frame";

export const damagedSuffix = ".damaged";

/** What is in a record, or null for one that is damaged. False when nobody can read it: then it is lost. */
export type TakeRecord = (content: Buffer | null) => Promise<boolean>;

type Waiting = { record: Buffer; done: (isOnDisk: boolean) => void };

/**
 * Records one after the other in a file of one process. Whoever writes at the same time shares one fsync. A
 * record that was cut short by a crash is the last one, and was promised to nobody. A file that lost one is kept,
 * under another name.
 */
export class SpoolFile {
  readonly #path: string;
  readonly #mostBytes: number;
  #file: FileHandle | null = null;
  #size = 0;
  #taken = 0;
  #records = 0;
  #hasLost = false;
  #queue: Waiting[] = [];
  #queued = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(path: string, mostBytes: number) {
    this.#path = path;
    this.#mostBytes = mostBytes;
  }

  /** Records that are still to be taken. */
  get waiting(): number {
    return this.#records;
  }

  /** What an earlier process left. Since when it may hold something. */
  async recover(): Promise<Date> {
    this.#file = await open(this.#path, "r+");
    const { size, birthtime } = await this.#file.stat();
    while (this.#size < size) {
      const found = await readFrame(this.#read, this.#size, size);
      if (found.is === "torn") break;
      this.#size = found.next;
      this.#records += 1;
    }
    if (this.#size < size) log.warn({ bytes: size - this.#size }, "the spool ended in a record cut short");
    return birthtime;
  }

  /** On disk when it says so; false when there is no room for it. */
  append(content: Buffer): Promise<boolean> {
    const record = frame(content);
    if (this.#size + this.#queued + record.length > this.#mostBytes) return Promise.resolve(false);
    this.#queued += record.length;
    const done = new Promise<boolean>((resolve) => this.#queue.push({ record, done: resolve }));
    void this.#inTurn(() => this.#flush());
    return done;
  }

  /** In order, each until it was taken; what cannot be taken now stops here and stays. */
  async drain(take: TakeRecord): Promise<void> {
    while (this.#taken < this.#size) {
      const end = this.#size;
      const found = await readFrame(this.#read, this.#taken, end);
      const isTaken = await take(found.is === "whole" ? found.content : null);
      this.#hasLost ||= !isTaken;
      // All up to the end was written whole: what is cut short there now is damaged.
      this.#taken = found.is === "torn" ? end : found.next;
      this.#records -= 1;
      passFailpoint("spool-record-drained");
    }
    // Of those that lay in a damaged place nobody can say how many they were.
    this.#records = 0;
    await this.#inTurn(() => this.#empty());
  }

  /** Nothing is lost by it: what is in it stays. */
  async close(): Promise<void> {
    await this.#turn;
    await this.#file?.close();
    this.#file = null;
  }

  /** For a file that is drained. */
  async remove(): Promise<void> {
    await this.#turn;
    if (!this.#file) return;
    await (this.#hasLost ? this.#setAside() : unlink(this.#path));
    await this.close();
  }

  async #flush(): Promise<void> {
    const batch = this.#queue;
    if (batch.length === 0) return;
    this.#queue = [];
    const bytes = Buffer.concat(batch.map(({ record }) => record));
    this.#queued -= bytes.length;
    const isOnDisk = await this.#write(bytes).catch(async (error: unknown) => {
      log.error({ error }, "the spool could not be written");
      // What is left of it must not look like a record that was damaged.
      await this.#file?.truncate(this.#size).catch(() => undefined);
      return false;
    });
    if (isOnDisk) {
      this.#size += bytes.length;
      this.#records += batch.length;
    }
    for (const { done } of batch) done(isOnDisk);
  }

  /** Always behind the last whole record, so that a write that failed is written over. */
  async #write(bytes: Buffer): Promise<true> {
    this.#file ??= await create(this.#path);
    for (let written = 0; written < bytes.length; ) {
      const step = await this.#file.write(bytes, written, bytes.length - written, this.#size + written);
      written += step.bytesWritten;
    }
    passFailpoint("spool-before-fsync");
    await this.#file.datasync();
    passFailpoint("spool-after-fsync");
    return true;
  }

  /** Begins anew once everything was taken and nothing came meanwhile. */
  async #empty(): Promise<void> {
    if (!this.#file || this.#taken < this.#size || this.#size === 0) return;
    passFailpoint("spool-before-emptied");
    if (this.#hasLost) {
      await this.#setAside();
      await this.#file.close();
      this.#file = null;
    } else {
      await this.#file.truncate(0);
      await this.#file.datasync();
    }
    this.#size = 0;
    this.#taken = 0;
  }

  /** Never deleted: somebody may still be able to read what we cannot. */
  async #setAside(): Promise<void> {
    const path = `${this.#path}.${Date.now()}${damagedSuffix}`;
    await rename(this.#path, path);
    this.#hasLost = false;
    log.error({ path }, "a damaged file of the spool is set aside; what could be read of it was stored");
  }

  #read = async (at: number, length: number): Promise<Buffer> => {
    if (!this.#file) throw new Error("the spool is closed");
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** The name must last as well: without its folder on disk a file is nowhere after a power cut. */
async function create(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "wx+", 0o600);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return file;
}
