import type { Client } from "pg";

type ForeignKey = { table: string; name: string; definition: string };

/**
 * Rows come back as they were: no trigger has a say, and the order of the tables does not matter. Foreign
 * keys are made again at the end, which checks every row against them.
 */
export async function withoutChecks(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'countersign'::regnamespace and relkind = 'r'`,
  );
  const { rows: keys } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where connamespace = 'countersign'::regnamespace and contype = 'f' and conparentid = 0
     order by conrelid, conname`,
  );
  const on = (key: ForeignKey) => `alter table ${key.table}`;
  const named = (key: ForeignKey) => `constraint ${client.escapeIdentifier(key.name)}`;
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  for (const key of keys) await client.query(`${on(key)} drop ${named(key)}`);
  await work();
  for (const key of keys) await client.query(`${on(key)} add ${named(key)} ${key.definition}`);
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
}
