import { type FileHandle, mkdir, open, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { passFailpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import { frame, readFrame } from "@/lib/recorder/memory/spool/frame";

type Waiting = { record: Buffer; done: (isOnDisk: boolean) => void };

/**
 * Records one after the other in a file of one process. Whoever writes at the same time shares one fsync. A
 * record that was cut short by a crash is the last one, and was promised to nobody.
 */
export class SpoolFile {
  readonly #path: string;
  readonly #mostBytes: number;
  #file: FileHandle | null = null;
  #size = 0;
  #taken = 0;
  #records = 0;
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

  /** What an earlier process left. */
  async recover(): Promise<void> {
    this.#file = await open(this.#path, "r+");
    const { size } = await this.#file.stat();
    for (let at = 0; ; at = this.#size) {
      const found = await readFrame(this.#read, at);
      if (!found) break;
      this.#size = found.next;
      this.#records += 1;
    }
    if (this.#size < size) log.warn({ bytes: size - this.#size }, "the spool ended in a record cut short");
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
  async drain(take: (content: Buffer) => Promise<void>): Promise<void> {
    while (this.#taken < this.#size) {
      const found = await readFrame(this.#read, this.#taken);
      if (!found) {
        // Written whole and damaged since: what is behind it has no beginning any more.
        log.error({ records: this.#records }, "the spool is damaged; the rest of it is given up");
        this.#taken = this.#size;
        this.#records = 0;
        break;
      }
      await take(found.content);
      this.#taken = found.next;
      this.#records -= 1;
      passFailpoint("spool-record-drained");
    }
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
    await this.close();
    await unlink(this.#path);
  }

  async #flush(): Promise<void> {
    const batch = this.#queue;
    if (batch.length === 0) return;
    this.#queue = [];
    const bytes = Buffer.concat(batch.map(({ record }) => record));
    this.#queued -= bytes.length;
    const isOnDisk = await this.#write(bytes).catch((error: unknown) => {
      log.error({ error }, "the spool could not be written");
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
    await this.#file.truncate(0);
    await this.#file.datasync();
    this.#size = 0;
    this.#taken = 0;
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
