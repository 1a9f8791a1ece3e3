import { getTableColumns, getTableName, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

type WholeRows<T extends PgTable> = {
  /** Every column, as a select names them. */
  columns: SQL;
  read: (given: Record<string, unknown>) => InferSelectModel<T>;
};

/** For long lists of wide rows: how a row is asked for and read is worked out once, not for each of them. */
export function wholeRowsOf<T extends PgTable>(table: T): WholeRows<T> {
  const from = getTableName(table);
  const columns = Object.entries(getTableColumns(table));
  return {
    columns: sql.raw(columns.map(([, { name }]) => `"${from}"."${name}"`).join(", ")),
    read(given) {
      const row: Record<string, unknown> = {};
      for (const [key, column] of columns) {
        const value = given[column.name];
        row[key] = value === null ? null : column.mapFromDriverValue(value);
      }
      // Read by the table's own columns, which the compiler cannot follow.
      return row as InferSelectModel<T>;
    },
  };
}
