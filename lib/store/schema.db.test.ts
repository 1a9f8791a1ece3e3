import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";

const database = useTestDatabase();
const tables = Object.values(schema).filter((value) => value instanceof PgTable);

type Column = { name: string; type: string; isNullable: boolean; hasDefault: boolean };

async function columnsInDatabase(): Promise<Map<string, Column[]>> {
  const { rows } = await database.pool.query<{
    table_name: string;
    column_name: string;
    type: string;
    is_nullable: string;
    has_default: boolean;
  }>(`
    select c.table_name, c.column_name, c.is_nullable,
      format_type(a.atttypid, a.atttypmod) as type,
      c.column_default is not null or c.is_identity = 'YES' as has_default
    from information_schema.columns c
    join pg_attribute a on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
      and a.attname = c.column_name
    where c.table_schema = 'countersign' and c.table_name <> 'schema_migrations'
      -- what the database works out itself is no column to write, and named where a query goes by it
      and c.is_generated = 'NEVER'`);
  const found = new Map<string, Column[]>();
  for (const row of rows) {
    const column = {
      name: row.column_name,
      type: row.type.replace("timestamp(3) with time zone", "timestamp (3) with time zone"),
      isNullable: row.is_nullable === "YES",
      hasDefault: row.has_default,
    };
    found.set(row.table_name, [...(found.get(row.table_name) ?? []), column]);
  }
  return found;
}

const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1);

describe("the drizzle schema", () => {
  it("names exactly the tables the migrations made", async () => {
    const inDatabase = await columnsInDatabase();
    const names = tables.map((table) => getTableConfig(table).name);
    expect(names.sort()).toEqual([...inDatabase.keys()].sort());
  });

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "has the columns of %s as they are",
    async (name, table) => {
      const inDatabase = (await columnsInDatabase()).get(name) ?? [];
      const inCode = getTableConfig(table).columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        isNullable: !column.notNull,
        hasDefault: column.hasDefault || column.generatedIdentity !== undefined,
      }));
      expect(inCode.sort(byName)).toEqual(inDatabase.sort(byName));
    },
  );
});
