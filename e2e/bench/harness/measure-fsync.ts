import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { median, timings } from "./timing";

const times = 100;

/** What one small write that is safe on this disk takes, in milliseconds: the measure for all that must be. */
export async function measureFsync(folder: string): Promise<number> {
  const own = mkdtempSync(join(folder, "fsync-"));
  const file = await open(join(own, "appended"), "a");
  try {
    const block = Buffer.alloc(4096, 1);
    return median(
      await timings(times, async () => {
        await file.appendFile(block);
        await file.datasync();
      }),
    );
  } finally {
    await file.close();
    rmSync(own, { recursive: true, force: true });
  }
}
