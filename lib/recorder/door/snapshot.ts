import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import type { Connected } from "@/lib/recorder/door/roster";
import { seal, unseal } from "@/lib/store/sealing";

const snapshot = z.object({
  version: z.literal(1),
  connected: z.array(
    z.object({
      workspaceId: z.string(),
      connectionId: z.string(),
      origin: z.string(),
      accountKey: z.string(),
      kind: z.enum(["sandbox", "real"]),
    }),
  ),
});

/** The connected accounts on this host's disk, sealed, for a start while the database is away. */
export class Snapshot {
  readonly #folder: string;
  readonly #keys: string;
  #kept: string | null = null;

  constructor(dataDir: string, keys: string) {
    this.#folder = join(dataDir, "recorder");
    this.#keys = keys;
  }

  /** Written when it is news; a disk that takes nothing holds nobody up. */
  async keep(connected: Connected[]): Promise<void> {
    const text = JSON.stringify({ version: 1, connected } satisfies z.infer<typeof snapshot>);
    if (text === this.#kept) return;
    const [path, draft] = [this.#path(), this.#path(`.${process.pid}`)];
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, seal(text, this.#keys), { mode: 0o600, flush: true });
      await rename(draft, path);
      this.#kept = text;
    } catch (error) {
      log.warn({ error }, "the connected accounts could not be noted on disk");
    }
  }

  /** Null when there is none that these keys open. */
  async recall(): Promise<Connected[] | null> {
    try {
      const text = unseal(await readFile(this.#path()), this.#keys);
      return snapshot.parse(JSON.parse(text)).connected;
    } catch (error) {
      const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isMissing) log.warn({ error }, "the connected accounts noted on disk could not be read");
      return null;
    }
  }

  #path(more = ""): string {
    return join(this.#folder, `connected${more}`);
  }
}
