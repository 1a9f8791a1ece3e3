import { createHash } from "node:crypto";
import type { z } from "zod";
import { BackupError } from "@/lib/host/backup/backup-error";
import { formatName, formatVersion, type Head, lines as shapes } from "@/lib/host/backup/format";
import { readLines } from "@/lib/host/backup/read-lines";
import { type Fingerprint, fingerprinting } from "@/lib/store/copy/read-rows";
import type { Sequences } from "@/lib/store/copy/sequences";

export type Inspected = {
  head: Head;
  tables: Map<string, Fingerprint>;
  sequences: Sequences;
  /** SHA-256 over the whole content, and its HMAC when it was made with a passphrase. */
  digest: string;
  mac: string | null;
};

/** Lines one by one, each parsed as what must stand there, and all of them hashed on the way. */
class Reading {
  readonly #lines: AsyncGenerator<string>;
  readonly #file: string;
  readonly #hash = createHash("sha256");
  #before = "";
  #number = 0;

  constructor(file: string) {
    this.#file = file;
    this.#lines = readLines(file);
  }

  async next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new BackupError("file_cut_short", { file: this.#file });
    // The last line is no part of what it tells the digest of, so each is added when the next is there.
    if (this.#number > 0) this.#hash.update(this.#before).update("\n");
    this.#before = value;
    this.#number += 1;
    return value;
  }

  parse<T>(shape: z.ZodType<T>, line: string): T {
    const parsed = shape.safeParse(jsonOf(line));
    if (!parsed.success) throw this.damaged();
    return parsed.data;
  }

  damaged(): BackupError {
    return new BackupError("file_damaged", { file: this.#file, line: String(this.#number) });
  }

  digestBeforeLast(): string {
    return this.#hash.copy().digest("hex");
  }

  async isAtEnd(): Promise<boolean> {
    return (await this.#lines.next()).done === true;
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function readHead(reading: Reading, file: string): Promise<Head> {
  const line = await reading.next();
  const said = jsonOf(line) as { format?: unknown; version?: unknown } | null | undefined;
  if (said?.format !== formatName) throw new BackupError("file_foreign", { file });
  if (said.version !== formatVersion)
    throw new BackupError("format_newer", { file, version: String(said.version) });
  return reading.parse(shapes.head, line);
}

async function readTable(reading: Reading, name: string): Promise<Fingerprint> {
  if (reading.parse(shapes.begin, await reading.next()).table !== name) throw reading.damaged();
  const seen = fingerprinting();
  let line = await reading.next();
  for (; line.startsWith("["); line = await reading.next()) seen.add(line);
  const told = reading.parse(shapes.finish, line);
  const found = seen.end();
  if (told.rows !== found.rows || told.sha256 !== found.sha256) throw reading.damaged();
  return found;
}

/** Only what the file says about itself, for what must be asked before the rest is looked at. */
export async function readHeadOf(file: string): Promise<Head> {
  const reading = new Reading(file);
  try {
    return await readHead(reading, file);
  } finally {
    await reading.close();
  }
}

/** Reads a backup to its end, believing nothing it says about itself. */
export async function inspect(file: string): Promise<Inspected> {
  const reading = new Reading(file);
  try {
    const head = await readHead(reading, file);
    const tables = new Map<string, Fingerprint>();
    for (const { name } of head.tables) tables.set(name, await readTable(reading, name));
    const { sequences } = reading.parse(shapes.sequences, await reading.next());
    const { end, mac } = reading.parse(shapes.end, await reading.next());
    const digest = reading.digestBeforeLast();
    if (digest !== end || !(await reading.isAtEnd())) throw reading.damaged();
    return { head, tables, sequences, digest, mac };
  } finally {
    await reading.close();
  }
}

/** The rows of one table after another, of a file that was inspected before. */
export async function* readTables(
  file: string,
): AsyncGenerator<{ name: string; rows: AsyncGenerator<string> }> {
  const lines = readLines(file);
  try {
    await lines.next();
    for (;;) {
      const { value } = await lines.next();
      const began = shapes.begin.safeParse(jsonOf(value ?? ""));
      if (!began.success) return;
      yield { name: began.data.table, rows: rowsOf(lines) };
    }
  } finally {
    await lines.return(undefined);
  }
}

async function* rowsOf(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done || !value.startsWith("[")) return;
    yield value;
  }
}
