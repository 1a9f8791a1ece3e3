import type { Client } from "pg";
import type { CopiedTable } from "@/lib/store/copy/list-tables";

const rowsAtOnce = 500;
const bytesAtOnce = 1_000_000;

/** Puts lines of readRows back. The database reads each value the way it wrote it. */
export async function writeRows(
  client: Client,
  table: CopiedTable,
  lines: AsyncIterable<string>,
): Promise<void> {
  const insert = await insertInto(client, table);
  let batch: string[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(",")}]`]);
    batch = [];
    bytes = 0;
  };
  for await (const line of lines) {
    batch.push(line);
    bytes += line.length;
    if (batch.length >= rowsAtOnce || bytes >= bytesAtOnce) await flush();
  }
  await flush();
}

// Types are those of the table that is there, never of the file.
async function insertInto(client: Client, { name, columns }: CopiedTable): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type
     from pg_attribute where attrelid = ('countersign.' || quote_ident($1))::regclass and attnum > 0`,
    [name],
  );
  const types = new Map(rows.map((row) => [row.name, row.type]));
  const targets = columns.map((column) => client.escapeIdentifier(column));
  const values = columns.map((column, index) => `(line->>${index})::${types.get(column)}`);
  return `insert into countersign.${client.escapeIdentifier(name)} (${targets.join(", ")})
    overriding system value
    select ${values.join(", ")} from json_array_elements($1::json) as line`;
}
