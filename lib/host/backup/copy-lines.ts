import { createHash } from "node:crypto";
import { formatName, formatVersion, type Head, type LockedKeys } from "@/lib/host/backup/format";
import type { Prove } from "@/lib/host/backup/lock-keys";
import type { inSnapshot } from "@/lib/store/copy/in-snapshot";
import { listTables } from "@/lib/store/copy/list-tables";
import { type Fingerprint, fingerprinting, readRows } from "@/lib/store/copy/read-rows";
import { readSequences } from "@/lib/store/copy/sequences";
import { readApplied } from "@/lib/store/migrate";

type Client = Parameters<Parameters<typeof inSnapshot>[1]>[0];

export type Secured = { locked: LockedKeys; prove: Prove } | null;

type Given = {
  client: Client;
  app: string;
  madeAt: Date;
  sealedUnder: string | null;
  secured: Secured;
  onTable: (name: string, found: Fingerprint) => void;
};

async function headOf({ client, app, madeAt, sealedUnder, secured }: Given) {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  const tables = await listTables(client);
  const applied = await readApplied(client);
  const head: Head = {
    format: formatName,
    version: formatVersion,
    app,
    madeAt: madeAt.toISOString(),
    postgres: rows[0]?.version ?? "",
    migrations: applied.map(({ number, name, sha256 }) => ({ number, name, sha256 })),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    sealedUnder,
    keys: secured?.locked ?? null,
  };
  return { head, tables };
}

async function* contentOf(given: Given): AsyncGenerator<string> {
  const { head, tables } = await headOf(given);
  yield JSON.stringify(head);
  for (const table of tables) {
    yield JSON.stringify({ table: table.name });
    const seen = fingerprinting();
    for await (const line of readRows(given.client, table)) {
      seen.add(line);
      yield line;
    }
    const found = seen.end();
    given.onTable(table.name, found);
    yield JSON.stringify(found);
  }
  yield JSON.stringify({ sequences: await readSequences(given.client) });
}

/** A whole backup as lines (see format.ts), read from one snapshot. */
export async function* copyLines(given: Given): AsyncGenerator<string> {
  const hash = createHash("sha256");
  for await (const line of contentOf(given)) {
    hash.update(line).update("\n");
    yield line;
  }
  const end = hash.digest("hex");
  yield JSON.stringify({ end, mac: given.secured?.prove(end) ?? null });
}
