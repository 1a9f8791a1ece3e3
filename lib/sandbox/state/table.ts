type Row = { id: string; accountId: string };

/** Rows by id and by the fields it was told to index, always in the order in which they were first put. */
export class Table<R extends Row> {
  private readonly rows = new Map<string, R>();
  private readonly indexes: { field: keyof R; groups: Map<unknown, Map<string, R>> }[];

  constructor(...fields: (keyof R)[]) {
    this.indexes = (["accountId", ...fields] as (keyof R)[]).map((field) => ({ field, groups: new Map() }));
  }

  get(id: string): R | undefined {
    return this.rows.get(id);
  }

  all(): IterableIterator<R> {
    return this.rows.values();
  }

  of(accountId: string): R[] {
    return this.where("accountId", accountId);
  }

  where(field: keyof R, value: unknown): R[] {
    const index = this.indexes.find((one) => one.field === field);
    if (!index) throw new Error(`There is no index by ${String(field)}`);
    return [...(index.groups.get(value)?.values() ?? [])];
  }

  put(row: R): void {
    const before = this.rows.get(row.id);
    this.rows.set(row.id, row);
    for (const { field, groups } of this.indexes) {
      if (before && before[field] !== row[field]) take(groups, before[field], row.id);
      const group = groups.get(row[field]) ?? new Map<string, R>();
      group.set(row.id, row);
      groups.set(row[field], group);
    }
  }

  remove(id: string): void {
    const row = this.rows.get(id);
    if (!row) return;
    this.rows.delete(id);
    for (const { field, groups } of this.indexes) take(groups, row[field], id);
  }
}

function take<R>(groups: Map<unknown, Map<string, R>>, value: unknown, id: string): void {
  const group = groups.get(value);
  group?.delete(id);
  if (group?.size === 0) groups.delete(value);
}
