type Row = { id: string; accountId: string };

/** Rows by id and by account, both in the order in which they were first put. */
export class Table<R extends Row> {
  private readonly rows = new Map<string, R>();
  private readonly owned = new Map<string, Map<string, R>>();

  get(id: string): R | undefined {
    return this.rows.get(id);
  }

  all(): IterableIterator<R> {
    return this.rows.values();
  }

  of(accountId: string): R[] {
    return [...(this.owned.get(accountId)?.values() ?? [])];
  }

  put(row: R): void {
    this.rows.set(row.id, row);
    const mine = this.owned.get(row.accountId) ?? new Map<string, R>();
    mine.set(row.id, row);
    this.owned.set(row.accountId, mine);
  }

  remove(id: string): void {
    const row = this.rows.get(id);
    if (!row) return;
    this.rows.delete(id);
    const mine = this.owned.get(row.accountId);
    mine?.delete(id);
    if (mine?.size === 0) this.owned.delete(row.accountId);
  }
}
