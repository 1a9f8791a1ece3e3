import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { CopiedTable } from "@/lib/store/copy/list-tables";
import { listTables } from "@/lib/store/copy/list-tables";
import { type Fingerprint, fingerprintOf, setPlainText } from "@/lib/store/copy/read-rows";
import { type Sequences, writeSequences } from "@/lib/store/copy/sequences";
import { withoutChecks } from "@/lib/store/copy/without-checks";
import { writeRows } from "@/lib/store/copy/write-rows";
import { applyFiles, holdMigrations, type MigrationFile, prepareSchema } from "@/lib/store/migrate";
import type { Tx } from "@/lib/store/pool";
import * as schema from "@/lib/store/schema";

/** Why a copy does not go in; nothing of it stays. */
export class RefillError extends Error {
  readonly key: "not_empty" | "other_tables" | "not_the_same" | "rows_refused" | "database_full";
  readonly values: Record<string, string>;

  constructor(
    key: RefillError["key"],
    values: Record<string, string> = {},
    options: { cause?: unknown } = {},
  ) {
    super(key, options);
    this.name = "RefillError";
    this.key = key;
    this.values = values;
  }
}

type Copy = {
  /** The migrations the copy was made under. */
  files: MigrationFile[];
  tables: { name: string; columns: string[] }[];
  rows: () => AsyncIterable<{ name: string; rows: AsyncIterable<string> }>;
  sequences: Sequences;
  expected: Map<string, Fingerprint>;
};

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "countersign-restore" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

const ours = ["countersign", "graphile_worker"];

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname = any ($1) order by 1",
    [ours],
  );
  if (rows[0]) throw new RefillError("not_empty", { schema: rows[0].name });
}

/** Refuses a database that has been used, before anything is touched. */
export async function checkEmpty(url: string): Promise<void> {
  const client = await connect(url);
  try {
    await refuseUsed(client);
  } finally {
    await client.end();
  }
}

function matching(there: CopiedTable[], wanted: Copy["tables"]): Map<string, CopiedTable> {
  const plain = (tables: Copy["tables"]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
  if (plain(there) !== plain(wanted)) throw new RefillError("other_tables");
  return new Map(there.map((table) => [table.name, table]));
}

async function prove(
  client: pg.Client,
  tables: Iterable<CopiedTable>,
  expected: Copy["expected"],
): Promise<Map<string, Fingerprint>> {
  const found = new Map<string, Fingerprint>();
  for (const table of tables) {
    const { name } = table;
    const [is, should] = [await fingerprintOf(client, table), expected.get(name)];
    if (is.rows !== should?.rows || is.sha256 !== should.sha256)
      throw new RefillError("not_the_same", { table: name });
    found.set(name, is);
  }
  return found;
}

// PostgreSQL's own classes: 22 is a value its type cannot hold, 23 a broken constraint, 53100 a full disk.
function refusalOf(cause: unknown): unknown {
  const code = String((cause as { code?: unknown }).code);
  if (code === "53100") return new RefillError("database_full", {}, { cause });
  return /^2[23]/.test(code) ? new RefillError("rows_refused", {}, { cause }) : cause;
}

/**
 * Makes the tables as they were and fills them, counts and fingerprints what lies there then, and commits
 * only when that is what the copy says; all in one transaction. `settle` has the last word in it.
 */
export async function refill(
  ownerUrl: string,
  copy: Copy,
  settle: (tx: Tx) => Promise<void>,
): Promise<Map<string, Fingerprint>> {
  const client = await connect(ownerUrl);
  try {
    await holdMigrations(client);
    return await drizzle(client, { schema }).transaction(async (tx) => {
      await refuseUsed(client);
      await setPlainText(client);
      await prepareSchema(client);
      await applyFiles(client, copy.files);
      const tables = matching(await listTables(client), copy.tables);
      await withoutChecks(client, async () => {
        for (const table of tables.values())
          await client.query(`delete from countersign.${client.escapeIdentifier(table.name)}`);
        for await (const { name, rows } of copy.rows()) {
          const table = tables.get(name);
          if (!table) throw new RefillError("other_tables");
          await writeRows(client, table, rows);
        }
      });
      await writeSequences(client, copy.sequences);
      const found = await prove(client, tables.values(), copy.expected);
      await settle(tx);
      return found;
    });
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await client.end();
  }
}
