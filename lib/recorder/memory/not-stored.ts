import { type FileHandle, mkdir, open, readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import { isAlive, nameOf, ownerOf, thisProcess } from "@/lib/recorder/memory/spool/owner";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { findConnection } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { closeGap, openGap } from "@/lib/store/watch-gaps";

/** Taken beforehand, since a full disk gives no room for the note that it is full. */
const noteBytes = 16 * 1024;

const noted = z.record(z.uuid(), z.iso.datetime());

/**
 * The times in which requests went to OpenTrain and could be kept nowhere, by workspace: in memory, and since
 * when in a file whose room was taken while there was some, until the database can be told.
 */
export class NotStored {
  readonly #keeper: string;
  readonly #folder: string;
  readonly #times = new Map<string, { from: Date; until: Date }>();
  #file: FileHandle | null = null;
  #path = "";
  #leftBehind: string[] = [];

  constructor(keeper: string, folder: string) {
    this.#keeper = keeper;
    this.#folder = folder;
  }

  get isAny(): boolean {
    return this.#times.size > 0;
  }

  /** What a process that is gone noted lasted until now, for all anybody knows. */
  async open(now: Date): Promise<void> {
    const me = await thisProcess(this.#keeper);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder)) {
      const owner = ownerOf(name, "missed");
      if (!owner || owner.keeper === this.#keeper || (await isAlive(owner))) continue;
      const path = join(this.#folder, name);
      for (const [workspaceId, from] of Object.entries(await readNote(path))) {
        this.#times.set(workspaceId, { from: new Date(from), until: now });
      }
      this.#leftBehind.push(path);
    }
    this.#path = join(this.#folder, nameOf(me, "missed"));
    this.#file = await open(this.#path, "wx+", 0o600);
    await this.#write();
    if (!this.isAny) await this.#forgetLeftBehind();
  }

  async note(workspaceId: string, at: Date): Promise<void> {
    const known = this.#times.get(workspaceId);
    this.#times.set(workspaceId, { from: known?.from ?? at, until: at });
    if (!known) await this.#write();
  }

  async tell(db: Db): Promise<void> {
    for (const [workspaceId, { from, until }] of this.#times) {
      const connection = await findConnection(db, workspaceId);
      const gap = { workspaceId, source: `recorder ${this.#keeper}` };
      if (connection) {
        await db.transaction(async (tx) => {
          const fromAt = connectionNow(connection, from);
          await openGap(tx, { ...gap, why: "recorder_not_stored", fromAt });
          // A request takes no time at all; a time of none would be nowhere.
          const untilAt = connectionNow(connection, new Date(until.getTime() + 1_000));
          await closeGap(tx, { ...gap, untilAt });
        });
      }
      this.#times.delete(workspaceId);
    }
    await this.#write();
    await this.#forgetLeftBehind();
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
    if (!this.isAny && this.#path) await unlink(this.#path).catch(() => undefined);
  }

  /** Always the whole room, in place. */
  async #write(): Promise<void> {
    const since = [...this.#times].map(([workspaceId, { from }]) => [workspaceId, from.toISOString()]);
    const text = JSON.stringify(Object.fromEntries(since));
    if (text.length > noteBytes) return;
    try {
      await this.#file?.write(text.padEnd(noteBytes), 0, "utf8");
      await this.#file?.datasync();
    } catch (error) {
      log.error({ error }, "that something could not be kept could not be noted either");
    }
  }

  async #forgetLeftBehind(): Promise<void> {
    for (const path of this.#leftBehind.splice(0)) await unlink(path).catch(() => undefined);
  }
}

async function readNote(path: string): Promise<Record<string, string>> {
  try {
    return noted.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    log.warn({ error }, "what an earlier process could not keep is not known");
    return {};
  }
}
