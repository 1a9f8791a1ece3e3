import { link, open, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";

const TRIES = 5;

/** One process per folder. Returns how to let go. */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const path = join(dir, "lock");
  const mine = `${process.pid} ${(await statOf(process.pid)).start}`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await create(path, mine)) return () => release(path, mine);
    const holder = await read(path);
    if (holder === null) continue;
    if (await isAlive(holder)) {
      const error = new Error(`The sandbox folder ${dir} is in use by process ${holder.split(" ")[0]}.`);
      throw Object.assign(error, { code: "ESANDBOXLOCKED" });
    }
    await takeAway(path, holder);
  }
  throw new Error(`The sandbox folder ${dir} could not be locked.`);
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(content);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function read(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid, start] = holder.split(" ");
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const { state, start: now } = await statOf(id);
  // A killed process keeps its number until its parent takes note of it, and does nothing any more.
  if (state === "Z" || state === "X") return false;
  // The number may have been given to another process since: its start time tells.
  return now === "" || start === "" || start === undefined || now === start;
}

async function statOf(pid: number): Promise<{ state: string; start: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0] ?? "", start: fields[19] ?? "" };
}

/** Moves a dead lock aside; if another process had replaced it meanwhile, puts that one back. */
async function takeAway(path: string, dead: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await read(aside);
  if (moved !== null && moved !== dead) await link(aside, path).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
}

async function release(path: string, mine: string): Promise<void> {
  if ((await read(path)) === mine) await unlink(path).catch(() => undefined);
}
