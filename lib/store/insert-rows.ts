import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/**
 * Many rows as one value of one statement, whose text is the same however many there are: thousands of values of
 * their own take longer to be read than to be stored. `then` follows, as in `on conflict …` or `returning …`.
 */
export function insertRows<T extends PgTable>(table: T, rows: T["$inferInsert"][], then: SQL = sql``): SQL {
  const columns = givenColumns(table);
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const fields = columns.map(([key, column]) => ({ key, column, name: JSON.stringify(column.name) }));
  const texts = rows.map((row) => {
    const given: Record<string, unknown> = row;
    return `{${fields.map(({ key, column, name }) => `${name}:${jsonOf(column, given[key])}`).join(",")}}`;
  });
  const into = sql`countersign.${sql.identifier(getTableName(table))}`;
  return sql`insert into ${into} (${names})
    select ${names} from json_populate_recordset(null::${into}, ${`[${texts.join(",")}]`}::json)
    ${then}`;
}

/** For `on conflict … do update`: each column as the row that was to be inserted has it. */
export function asGiven(table: PgTable): SQL {
  return sql.join(
    givenColumns(table).map(
      ([, { name }]) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`,
    ),
    sql`, `,
  );
}

/** A row as it is once it is stored. */
export function storedRow<T extends PgTable>(table: T, row: T["$inferInsert"]): T["$inferSelect"] {
  const given: Record<string, unknown> = row;
  const entries = Object.entries(getTableColumns(table));
  return Object.fromEntries(entries.map(([key, column]) => [key, given[key] ?? column.default ?? null]));
}

/** What the database makes by itself is left to it. */
function givenColumns(table: PgTable): [string, PgColumn][] {
  return Object.entries(getTableColumns(table)).filter(
    ([, column]) => column.generatedIdentity === undefined && typeof column.default !== "object",
  );
}

function jsonOf(column: PgColumn, value: unknown): string {
  const stored = value ?? column.default ?? null;
  if (stored === null) return "null";
  const mapped = column.mapToDriverValue(stored);
  if (column.getSQLType() === "jsonb") return String(mapped);
  return JSON.stringify(Buffer.isBuffer(mapped) ? `\\x${mapped.toString("hex")}` : mapped);
}
