import { constants, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { die, type Failpoint, fragile, type JournalFile, NEVER } from "./failpoint";
import type { TableName } from "./shapes";
import type { Change } from "./transaction";
import { tableNames, type World } from "./world";

const SNAPSHOT = "snapshot.jsonl";
const JOURNAL = "journal.jsonl";

/** The rename is on disk only once the folder is. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function replace(dir: string, name: string, text: string, failpoint = NEVER): Promise<void> {
  const file = await open(join(dir, `${name}.tmp`), "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  if (failpoint("snapshot-before-rename")) die();
  await rename(join(dir, `${name}.tmp`), join(dir, name));
  if (failpoint("snapshot-after-rename")) die();
  await syncFolder(dir);
}

/** Reads the world synchronously, so that what it writes is the world of exactly this `seq`. */
export async function rotateFiles(
  dir: string,
  world: World,
  seq: number,
  failpoint: Failpoint,
): Promise<JournalFile> {
  const lines = [JSON.stringify({ seq })];
  for (const table of tableNames(world)) {
    for (const row of world[table].all()) lines.push(JSON.stringify([table, row]));
  }
  lines.push(JSON.stringify({ end: lines.length - 1 }));
  await replace(dir, SNAPSHOT, `${lines.join("\n")}\n`, failpoint);
  await replace(dir, JOURNAL, "");
  return fragile(await open(join(dir, JOURNAL), "a", 0o600), failpoint);
}

export function journalLine(seq: number, changes: Change[]): string {
  return JSON.stringify({ seq, changes: changes.map(({ table, id, row }) => [table, id, row]) });
}

/** Brings the world back and returns the last sequence number on disk. */
export async function readFiles(dir: string, world: World): Promise<number> {
  const seq = await readSnapshot(dir, world);
  return readJournal(dir, world, seq);
}

async function readSnapshot(dir: string, world: World): Promise<number> {
  const text = await readOrEmpty(join(dir, SNAPSHOT));
  if (text === "") return 0;
  const lines = text.trimEnd().split("\n");
  const head = JSON.parse(lines[0] ?? "{}") as { seq?: number };
  const tail = JSON.parse(lines[lines.length - 1] ?? "{}") as { end?: number };
  if (head.seq === undefined || tail.end !== lines.length - 2) throw new Error(`${SNAPSHOT} is damaged`);
  for (const line of lines.slice(1, -1)) {
    const [table, row] = JSON.parse(line) as [TableName, never];
    world[table].put(row);
  }
  return head.seq;
}

type Line = { seq: number; changes: [TableName, string, never | null][] };

async function readJournal(dir: string, world: World, from: number): Promise<number> {
  const text = await readOrEmpty(join(dir, JOURNAL));
  let seq = from;
  let good = 0;
  while (good < text.length) {
    const end = text.indexOf("\n", good);
    // A kill in mid-write leaves the last line without its end; nobody was told about it.
    if (end === -1) break;
    const line = JSON.parse(text.slice(good, end)) as Line;
    if (line.seq > seq) {
      if (line.seq !== seq + 1) throw new Error(`${JOURNAL} has a gap after ${seq}`);
      for (const [table, id, row] of line.changes) {
        if (row) world[table].put(row);
        else world[table].remove(id);
      }
      seq = line.seq;
    }
    good = end + 1;
  }
  return seq;
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
