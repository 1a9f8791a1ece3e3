import type { Client } from "pg";

/** How far a sequence has counted; null when nothing was taken from it yet. Text, since it may pass 2^53. */
export type Sequences = Record<string, string | null>;

async function names(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'countersign'::regnamespace and relkind = 'S' order by relname collate "C"`,
  );
  return rows.map(({ name }) => name);
}

export async function readSequences(client: Client): Promise<Sequences> {
  const found: Sequences = {};
  for (const name of await names(client)) {
    const { rows } = await client.query<{ last: string | null }>(
      `select case when is_called then last_value::text end as last
       from countersign.${client.escapeIdentifier(name)}`,
    );
    found[name] = rows[0]?.last ?? null;
  }
  return found;
}

// A number that was taken but never stored may lie above the rows, a row of a later snapshot never does; the
// higher of the two counts, so that no number is ever given twice.
const highestStored = `
  select format('select max(%I)::text as highest from %s', a.attname, d.refobjid::regclass) as query
  from pg_depend d
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where d.objid = ('countersign.' || quote_ident($1))::regclass and d.deptype in ('a', 'i')`;

async function highestOf(client: Client, name: string): Promise<bigint> {
  const { rows } = await client.query<{ query: string }>(highestStored, [name]);
  if (!rows[0]) return 0n;
  const highest = await client.query<{ highest: string | null }>(rows[0].query);
  return BigInt(highest.rows[0]?.highest ?? 0);
}

/** Every sequence goes on where it had been, and above whatever lies in its table. */
export async function writeSequences(client: Client, wanted: Sequences): Promise<void> {
  for (const name of await names(client)) {
    const [given, highest] = [BigInt(wanted[name] ?? 0), await highestOf(client, name)];
    const last = given > highest ? given : highest;
    if (last > 0n)
      await client.query("select setval(('countersign.' || quote_ident($1))::regclass, $2)", [
        name,
        `${last}`,
      ]);
  }
}
