import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BackupError } from "@/lib/host/backup/backup-error";
import { findPlace } from "@/lib/host/postgres/choose-place";

/** While it is there, nothing in this DATA_DIR counts; `npm start` refuses it. */
const mark = "restoring";

const harmless = /^(lost\+found|running\.json.*|restoring)$/;

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeAll(dataDir: string): void {
  // The database may lie outside; its folder is known by a note that goes with the rest.
  const place = findPlace(dataDir);
  if (place) rmSync(place, { recursive: true, force: true });
  for (const name of readdirSync(dataDir)) {
    if (!harmless.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/** Refuses a DATA_DIR that has anything of anybody's in it. What a killed restore left is nobody's. */
export function checkEmptyPlace(dataDir: string): void {
  if (!existsSync(dataDir) || existsSync(join(dataDir, mark))) return;
  const found = readdirSync(dataDir).find((name) => !harmless.test(name));
  if (found) throw new BackupError("place_not_empty", { folder: dataDir, found });
}

/** A restore that was killed half way is no inbox yet. */
export function checkFinished(dataDir: string): void {
  if (existsSync(join(dataDir, mark))) throw new BackupError("place_unfinished", { folder: dataDir });
}

/** Fills an empty DATA_DIR; whatever goes wrong in between, it is empty again or seen to be unfinished. */
export async function fillPlace<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = join(dataDir, mark);
  writeFileSync(file, "", { mode: 0o600 });
  syncFolder(dataDir);
  removeAll(dataDir);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    removeAll(dataDir);
    rmSync(file);
    throw error;
  }
  syncFolder(dataDir);
  rmSync(file);
  syncFolder(dataDir);
  return result;
}
