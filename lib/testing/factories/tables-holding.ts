import type { Pool } from "pg";

/** Every table of ours, and the jobs, in which a text stands anywhere, as itself or as bytes. */
export async function tablesHolding(pool: Pool, text: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema = 'countersign' or (table_schema = 'graphile_worker' and table_name = '_private_jobs')`);
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ held: boolean }>(
      `select exists (select from ${name} t where to_jsonb(t)::text like '%' || $1 || '%'
        or to_jsonb(t)::text like '%' || $2 || '%') as held`,
      [text, Buffer.from(text).toString("hex")],
    );
    if (rows[0]?.held) holding.push(name);
  }
  return holding;
}
