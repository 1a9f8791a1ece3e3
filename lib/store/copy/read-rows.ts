import { createHash } from "node:crypto";
import type { Client } from "pg";
import type { CopiedTable } from "@/lib/store/copy/list-tables";

const rowsAtOnce = 200;

/** What a value looks like as text must not depend on the server or the role. */
const plainText = `
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local search_path = countersign`;

/** For the transaction that is open: values as the same text everywhere, and as much time as it takes. */
export async function setPlainText(client: Client): Promise<void> {
  await client.query(plainText);
}

/**
 * Every row of a table as one line of JSON: an array of the columns as PostgreSQL writes them, null where
 * there is none. A few at a time, so that the size of the table does not matter.
 */
export async function* readRows(client: Client, table: CopiedTable): AsyncGenerator<string> {
  const columns = table.columns.map((column) => `${client.escapeIdentifier(column)}::text`);
  await client.query(
    `declare copied_rows no scroll cursor for
      select to_json(array[${columns.join(", ")}]::text[])::text as line
      from countersign.${client.escapeIdentifier(table.name)} order by ${table.order.join(", ")}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch forward ${rowsAtOnce} from copied_rows`);
    for (const { line } of rows) yield line;
    if (rows.length < rowsAtOnce) break;
  }
  await client.query("close copied_rows");
}

export type Fingerprint = { rows: number; sha256: string };

/** Counts lines and hashes them with their line ends, in the order they come. */
export function fingerprinting(): { add: (line: string) => void; end: () => Fingerprint } {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add(line) {
      hash.update(line).update("\n");
      rows += 1;
    },
    end: () => ({ rows, sha256: hash.digest("hex") }),
  };
}

/** The same figures over what lies in the database now. */
export async function fingerprintOf(client: Client, table: CopiedTable): Promise<Fingerprint> {
  const seen = fingerprinting();
  for await (const line of readRows(client, table)) seen.add(line);
  return seen.end();
}
