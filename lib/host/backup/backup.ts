import { BackupError } from "@/lib/host/backup/backup-error";
import { copyLines, type Secured } from "@/lib/host/backup/copy-lines";
import { findKeys, opens } from "@/lib/host/backup/find-keys";
import { lockKeys } from "@/lib/host/backup/lock-keys";
import { writeFile } from "@/lib/host/backup/write-file";
import { inSnapshot } from "@/lib/store/copy/in-snapshot";
import type { Fingerprint } from "@/lib/store/copy/read-rows";

type Given = {
  ownerUrl: string;
  dataDir: string;
  secrets: { AUTH_SECRET?: string | undefined; ENCRYPTION_KEYS?: string | undefined };
  file: string;
  passphrase: string | null;
  app: string;
  madeAt: Date;
  stop: AbortSignal;
};

export type MadeBackup = {
  bytes: number;
  tables: Map<string, Fingerprint>;
  /** `none`: there was nothing sealed, so nothing will be missing. */
  keys: "inside" | "missing" | "none";
};

async function secure({ passphrase, dataDir, secrets }: Given, sealedUnder: string | null): Promise<Secured> {
  if (passphrase === null) return null;
  const keys = findKeys(dataDir, secrets);
  if (!keys) throw new BackupError("keys_not_here");
  if (sealedUnder !== null && !opens(keys, sealedUnder)) throw new BackupError("keys_do_not_fit");
  return await lockKeys(keys, passphrase);
}

type Client = Parameters<Parameters<typeof inSnapshot>[1]>[0];

async function sealedUnderIn(client: Client): Promise<string | null> {
  const there = await client.query("select to_regclass('countersign.settings') as place");
  if (there.rows[0]?.place === null) throw new BackupError("nothing_there");
  const { rows } = await client.query<{ value: string }>(
    "select value #>> '{}' as value from countersign.settings where key = 'sealing_fingerprint'",
  );
  return rows[0]?.value ?? null;
}

/** Writes everything the database holds, as it is at one moment, into one file. */
export async function backUp(given: Given): Promise<MadeBackup> {
  const tables = new Map<string, Fingerprint>();
  return await inSnapshot(given.ownerUrl, async (client) => {
    const sealedUnder = await sealedUnderIn(client);
    const secured = await secure(given, sealedUnder);
    const { app, madeAt } = given;
    const onTable = (name: string, found: Fingerprint) => void tables.set(name, found);
    const content = copyLines({ client, app, madeAt, sealedUnder, secured, onTable });
    const { bytes } = await writeFile(given.file, content, given.stop);
    const missing = sealedUnder === null ? "none" : "missing";
    return { bytes, tables, keys: secured ? "inside" : missing };
  });
}
