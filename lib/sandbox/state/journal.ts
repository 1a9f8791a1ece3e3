import type { JournalFile } from "./failpoint";

type Waiter = { upTo: number; resolve: () => void; reject: (error: unknown) => void };

/** Appends lines in order and tells when they are on disk; many callers share one fsync. */
export class Journal {
  private readonly queue: { seq: number; line: string }[] = [];
  private waiters: Waiter[] = [];
  private appended = 0;
  private durable = 0;
  private running = false;
  private failure: unknown = null;

  constructor(
    private file: JournalFile,
    private bytes: number,
    lastSeq: number,
    private readonly onFailure: (error: unknown) => void,
    private readonly rotate: { atBytes: number; run: () => Promise<JournalFile> },
  ) {
    this.appended = lastSeq;
    this.durable = lastSeq;
  }

  append(seq: number, line: string): void {
    this.queue.push({ seq, line });
    this.appended = seq;
    if (!this.running) void this.drain();
  }

  /** Resolves once everything appended so far is on disk. */
  settled(): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    if (this.durable >= this.appended) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiters.push({ upTo: this.appended, resolve, reject }));
  }

  async close(): Promise<void> {
    await this.settled();
    while (this.running) await new Promise((resolve) => setImmediate(resolve));
    await this.file.close();
  }

  private async drain(): Promise<void> {
    this.running = true;
    try {
      while (this.queue.length > 0) {
        const batch = this.queue.splice(0);
        const text = batch.map((entry) => `${entry.line}\n`).join("");
        await this.file.appendFile(text);
        await this.file.datasync();
        this.bytes += Buffer.byteLength(text);
        this.durable = batch[batch.length - 1]?.seq ?? this.durable;
        this.wake();
        // Only with an empty queue is the world in memory exactly what the journal holds.
        if (this.bytes > this.rotate.atBytes && this.queue.length === 0) {
          const next = await this.rotate.run();
          await this.file.close();
          this.file = next;
          this.bytes = 0;
        }
      }
    } catch (error) {
      this.failure = error;
      for (const waiter of this.waiters.splice(0)) waiter.reject(error);
      this.onFailure(error);
    } finally {
      this.running = false;
    }
  }

  private wake(): void {
    const ready = this.waiters.filter((waiter) => waiter.upTo <= this.durable);
    this.waiters = this.waiters.filter((waiter) => waiter.upTo > this.durable);
    for (const waiter of ready) waiter.resolve();
  }
}
