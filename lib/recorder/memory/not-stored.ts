import { type FileHandle, mkdir, open, readdir, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import { isAlive, nameOf, ownerOf, thisProcess } from "@/lib/recorder/memory/spool/owner";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { type ConnectionRow, findConnection, listOpenConnections } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { closeGap, openGap } from "@/lib/store/watch-gaps";

/** Taken beforehand, since a full disk gives no room for the note that it is full. */
const noteBytes = 16 * 1024;

/** Stands for every workspace: nobody can tell whose it was, or there was no room to name each. */
const everybody = "everybody";

const noted = z.record(z.union([z.uuid(), z.literal(everybody)]), z.iso.datetime());

type Time = { from: Date; until: Date };

/**
 * The times in which requests went to OpenTrain and could be kept nowhere, by workspace: in memory, and since
 * when in a file whose room was taken while there was some, until the database can be told.
 */
export class NotStored {
  readonly #keeper: string;
  readonly #folder: string;
  readonly #times = new Map<string, Time>();
  #file: FileHandle | null = null;
  #path = "";
  #leftBehind: string[] = [];
  #turn: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

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
      for (const [whose, from] of Object.entries(await readNote(path))) {
        this.#add(whose, { from: new Date(from), until: now });
      }
      this.#leftBehind.push(path);
    }
    this.#path = join(this.#folder, nameOf(me, "missed"));
    this.#file = await open(this.#path, "wx+", 0o600);
    await this.#write();
    if (!this.isAny) await this.#forgetLeftBehind();
  }

  async note(workspaceId: string, at: Date): Promise<void> {
    await this.#note(workspaceId, { from: at, until: at });
  }

  /** Something of that time is lost, and nobody can tell whose it was. */
  async noteEverybody(from: Date, until: Date): Promise<void> {
    await this.#note(everybody, { from, until });
  }

  async tell(db: Db): Promise<void> {
    for (const [whose, time] of [...this.#times]) {
      for (const connection of await connectionsOf(db, whose)) await this.#tellOne(db, connection, time);
      const since = this.#times.get(whose);
      // More of it may have been noted meanwhile, and that is still to be told.
      if (since === time) this.#times.delete(whose);
    }
    await this.#write();
    await this.#forgetLeftBehind();
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#file?.close();
    this.#file = null;
    if (!this.isAny && this.#path) await unlink(this.#path).catch(() => undefined);
  }

  async #tellOne(db: Db, connection: ConnectionRow, { from, until }: Time): Promise<void> {
    const gap = { workspaceId: connection.workspaceId, source: `recorder ${this.#keeper}` };
    await db.transaction(async (tx) => {
      const fromAt = connectionNow(connection, from);
      await openGap(tx, { ...gap, why: "recorder_not_stored", fromAt });
      // A request takes no time at all; a time of none would be nowhere.
      const untilAt = connectionNow(connection, new Date(until.getTime() + 1_000));
      await closeGap(tx, { ...gap, untilAt });
    });
  }

  async #note(whose: string, time: Time): Promise<void> {
    const known = this.#times.get(whose);
    this.#add(whose, time);
    if (!known || time.from < known.from) await this.#write();
  }

  /** Always a new one, so that what is told can be known from what came since. */
  #add(whose: string, { from, until }: Time): void {
    const known = this.#times.get(whose);
    this.#times.set(whose, {
      from: known && known.from < from ? known.from : from,
      until: known && known.until > until ? known.until : until,
    });
  }

  /** One at a time, so that the last word on disk is the latest; whoever waits for its turn shares it. */
  #write(): Promise<void> {
    this.#next ??= this.#turn.then(() => {
      this.#next = null;
      return this.#writeNow();
    });
    this.#turn = this.#next;
    return this.#next;
  }

  /** Always the whole room, in place. */
  async #writeNow(): Promise<void> {
    try {
      await this.#file?.write(noteOf(this.#times).padEnd(noteBytes), 0, "utf8");
      await this.#file?.datasync();
    } catch (error) {
      log.error({ error }, "that something could not be kept could not be noted either");
    }
  }

  async #forgetLeftBehind(): Promise<void> {
    for (const path of this.#leftBehind.splice(0)) await unlink(path).catch(() => undefined);
  }
}

/** Of each; where that does not fit, of everybody since the earliest. */
function noteOf(times: ReadonlyMap<string, Time>): string {
  const since = [...times].map(([whose, { from }]): [string, string] => [whose, from.toISOString()]);
  const text = JSON.stringify(Object.fromEntries(since));
  if (text.length <= noteBytes) return text;
  return JSON.stringify({ [everybody]: since.map(([, from]) => from).sort()[0] });
}

async function connectionsOf(db: Db, whose: string): Promise<ConnectionRow[]> {
  if (whose === everybody) return listOpenConnections(db);
  const connection = await findConnection(db, whose);
  return connection ? [connection] : [];
}

async function readNote(path: string): Promise<Record<string, string>> {
  const text = await readFile(path, "utf8").catch(() => "");
  // Its process was gone before it could miss anything.
  if (text.trim() === "") return {};
  try {
    return noted.parse(JSON.parse(text));
  } catch (error) {
    log.error({ error, path }, "what an earlier process could not keep cannot be read; it may be anybody's");
    return { [everybody]: (await stat(path)).birthtime.toISOString() };
  }
}
