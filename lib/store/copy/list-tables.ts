import type { Client } from "pg";

export type CopiedTable = {
  name: string;
  columns: string[];
  /** For `order by`: the same order on every server, whatever its language. */
  order: string[];
};

/**
 * Kept up to date by the migrations themselves, and by a worker that says it is alive; and what means something
 * together with transaction numbers alone, which belong to one server.
 */
const tablesLeftOut = ["schema_migrations", "heartbeats", "former_places"];

type Row = { name: string; columns: { name: string; type: string }[]; key: string[] | null };

// Unlogged tables are lost in a crash as it is; generated columns are made again by the database.
const catalogue = `
  select t.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
      from pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select array_agg(a.attname::text order by k.place)
      from pg_index i
      cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
      where i.indrelid = t.oid and i.indisprimary) as key
  from pg_class t
  where t.relnamespace = 'countersign'::regnamespace and t.relkind = 'r' and t.relpersistence = 'p'
    and t.relname <> all ($1)
  order by t.relname collate "C"`;

/** The tables a copy of the inbox consists of, as the database itself describes them. */
export async function listTables(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<Row>(catalogue, [tablesLeftOut]);
  return rows.map(({ name, columns, key }) => {
    const kept = columns.filter((column) => column.type !== "xid8");
    const typeOf = new Map(columns.map((column) => [column.name, column.type]));
    if (!key) throw new Error(`the table ${name} has no primary key to go by`);
    return {
      name,
      columns: kept.map((column) => column.name),
      order: key.map((column) => inOrder(client, column, typeOf.get(column))),
    };
  });
}

function inOrder(client: Client, column: string, type: string | undefined): string {
  const name = client.escapeIdentifier(column);
  return type === "text" || type === "character varying" ? `${name} collate "C"` : name;
}
